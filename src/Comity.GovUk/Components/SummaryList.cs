using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record SummaryList : Component
{
    public IReadOnlyList<SummaryRow?> Rows { get; init; } = [];

    public SummaryCard? Card { get; init; }

    public override IHtmlContent Render()
    {
        var anyActions = Rows.Any(row => row?.Actions?.Items.Count > 0);
        var list = new Element("dl")
            .Class("govuk-summary-list", Classes)
            .With(Attributes)
            .Add(Rows.OfType<SummaryRow>().Select(row => Render(row, anyActions)));
        return Card is null ? list : Card.Render(list);
    }

    private Element Render(SummaryRow row, bool anyActions) =>
        new Element("div")
            .Class("govuk-summary-list__row", anyActions && row.Actions is null ? "govuk-summary-list__row--no-actions" : null, row.Classes)
            .Add(new Element("dt").Class("govuk-summary-list__key", row.Key?.Classes).Add(row.Key?.Content))
            .Add(new Element("dd").Class("govuk-summary-list__value", row.Value?.Classes).Add(row.Value?.Content))
            .Add(
                row.Actions is not { Items.Count: > 0 }
                    ? null
                    : new Element("dd").Class("govuk-summary-list__actions", row.Actions.Classes).Add(Links(row.Actions.Items))
            );

    private IHtmlContent Links(IReadOnlyList<SummaryAction> actions) =>
        actions.Count == 1
            ? actions[0].Render(Card?.Title)
            : new Element("ul")
                .Class("govuk-summary-list__actions-list")
                .Add(
                    actions.Select(action =>
                        new Element("li").Class("govuk-summary-list__actions-list-item").Add(action.Render(Card?.Title))
                    )
                );
}
