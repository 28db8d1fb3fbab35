using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>Sections that open and close; without JavaScript all of them stand open.</summary>
public sealed record Accordion : Component
{
    public string? Id { get; init; }

    public int HeadingLevel { get; init; } = 2;

    public bool? RememberExpanded { get; init; }

    public string? HideAllSectionsText { get; init; }

    public string? HideSectionText { get; init; }

    public string? HideSectionAriaLabelText { get; init; }

    public string? ShowAllSectionsText { get; init; }

    public string? ShowSectionText { get; init; }

    public string? ShowSectionAriaLabelText { get; init; }

    public IReadOnlyList<AccordionItem?> Items { get; init; } = [];

    public override IHtmlContent Render()
    {
        var texts = new Dictionary<string, string?>();
        Translations.Add(texts, "hide-all-sections", HideAllSectionsText);
        Translations.Add(texts, "hide-section", HideSectionText);
        Translations.Add(texts, "hide-section-aria-label", HideSectionAriaLabelText);
        Translations.Add(texts, "show-all-sections", ShowAllSectionsText);
        Translations.Add(texts, "show-section", ShowSectionText);
        Translations.Add(texts, "show-section-aria-label", ShowSectionAriaLabelText);
        return new Element("div")
            .Class("govuk-accordion", Classes)
            .Attribute("data-module", "govuk-accordion")
            .Attribute("id", Id ?? "")
            .With(texts)
            .Attribute("data-remember-expanded", Words.TrueOrFalse(RememberExpanded))
            .With(Attributes)
            .Add(
                Items
                    .Select((item, index) => (item, index))
                    .Where(each => each.item is not null)
                    .Select(each => Section(each.item!, Words.Number(each.index + 1)!))
            );
    }

    private Element Section(AccordionItem item, string position)
    {
        var header = new Element("div")
            .Class("govuk-accordion__section-header")
            .Add(
                new Element(Words.Heading(HeadingLevel))
                    .Class("govuk-accordion__section-heading")
                    .Add(
                        new Element("span")
                            .Class("govuk-accordion__section-button")
                            .Attribute("id", $"{Id}-heading-{position}")
                            .Add(item.Heading?.Content)
                    )
            );
        if (item.Summary?.Content is not null)
        {
            header.Add(
                new Element("div")
                    .Class("govuk-accordion__section-summary", "govuk-body")
                    .Attribute("id", $"{Id}-summary-{position}")
                    .Add(item.Summary.Content)
            );
        }

        var content = item.Content?.Content;
        return new Element("div")
            .Class("govuk-accordion__section", item.Expanded ? "govuk-accordion__section--expanded" : null)
            .Add(header)
            .Add(
                new Element("div")
                    .Attribute("id", $"{Id}-content-{position}")
                    .Class("govuk-accordion__section-content")
                    .Add(content is { IsText: true } ? new Element("p").Class("govuk-body").Add(content) : content)
            );
    }
}
