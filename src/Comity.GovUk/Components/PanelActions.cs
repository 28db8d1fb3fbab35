using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record PanelActions
{
    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    public IReadOnlyList<PanelAction> Items { get; init; } = [];

    internal Element Render() =>
        new Element("div")
            .Class("govuk-panel__actions", Classes)
            .With(Attributes)
            .Add(
                Items.Count == 0
                    ? null
                    : new Element("div")
                        .Class("govuk-button-group")
                        .Add(Items.SelectMany<PanelAction, IHtmlContent>(item => [item.Render(), Content.Text(" ")!]))
            );
}
