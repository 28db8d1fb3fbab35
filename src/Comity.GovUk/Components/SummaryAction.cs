using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record SummaryAction
{
    public string? Href { get; init; }

    public Content? Content { get; init; }

    /// <summary>What is changed: "Change" alone, heard out of its row, says nothing.</summary>
    public string? VisuallyHiddenText { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    internal IHtmlContent Render(SummaryCardTitle? card)
    {
        var link = new Element("a").Class("govuk-link", Classes).Attribute("href", Href ?? "").With(Attributes).Add(Content);
        if (string.IsNullOrEmpty(VisuallyHiddenText) && card is null)
        {
            return link;
        }

        var hidden = new Element("span").Class("govuk-visually-hidden");
        if (!string.IsNullOrEmpty(VisuallyHiddenText))
        {
            hidden.Text(" " + VisuallyHiddenText);
        }

        return link.Add(card is null ? hidden : hidden.Text(" (").Add(card.Content).Text(")"));
    }
}
