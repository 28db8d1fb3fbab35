using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record SummaryCard
{
    public SummaryCardTitle? Title { get; init; }

    public SummaryActions? Actions { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    internal Element Render(Element list)
    {
        var title = new Element("div").Class("govuk-summary-card__title-wrapper");
        if (Title is not null)
        {
            title.Add(new Element(Words.Heading(Title.HeadingLevel)).Class("govuk-summary-card__title", Title.Classes).Add(Title.Content));
        }

        if (Actions is { Items.Count: > 0 })
        {
            title.Add(
                Actions.Items.Count == 1
                    ? new Element("div").Class("govuk-summary-card__actions", Actions.Classes).Add(Actions.Items[0].Render(Title))
                    : new Element("ul")
                        .Class("govuk-summary-card__actions", Actions.Classes)
                        .Add(Actions.Items.Select(each => new Element("li").Class("govuk-summary-card__action").Add(each.Render(Title))))
            );
        }

        return new Element("div")
            .Class("govuk-summary-card", Classes)
            .With(Attributes)
            .Add(title)
            .Add(new Element("div").Class("govuk-summary-card__content").Add(list));
    }
}
