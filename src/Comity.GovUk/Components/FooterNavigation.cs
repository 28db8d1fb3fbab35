using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record FooterNavigation
{
    public string? Title { get; init; }

    public string? Width { get; init; }

    public int? Columns { get; init; }

    public IReadOnlyList<FooterLink> Items { get; init; } = [];

    internal Element Render()
    {
        var section = new Element("div")
            .Class("govuk-footer__section", "govuk-grid-column-" + Width.OrElse("full"))
            .Add(new Element("h2").Class("govuk-footer__heading", "govuk-heading-m").Text(Title));
        return Items.Count == 0
            ? section
            : section.Add(
                new Element("ul")
                    .Class("govuk-footer__list", Columns is > 0 ? "govuk-footer__list--columns-" + Words.Number(Columns) : null)
                    .Add(
                        Items
                            .Where(link => !string.IsNullOrEmpty(link.Href) && !string.IsNullOrEmpty(link.Text))
                            .Select(link => new Element("li").Class("govuk-footer__list-item").Add(link.Render()))
                    )
            );
    }
}
