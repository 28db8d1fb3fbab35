using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record NavigationItem
{
    public Content? Content { get; init; }

    public string? Href { get; init; }

    /// <summary>This very page.</summary>
    public bool Current { get; init; }

    /// <summary>A page somewhere below this item.</summary>
    public bool Active { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    internal Element Render()
    {
        var here = Current || Active;
        var state =
            Current ? "page"
            : Active ? "true"
            : null;
        IHtmlContent? inner = here ? new Element("strong").Class("govuk-service-navigation__active-fallback").Add(Content) : Content;
        var line = new Element("li").Class("govuk-service-navigation__item", here ? "govuk-service-navigation__item--active" : null);
        if (!string.IsNullOrEmpty(Href))
        {
            line.Add(
                new Element("a")
                    .Class("govuk-service-navigation__link")
                    .Attribute("href", Href)
                    .Attribute("aria-current", state)
                    .With(Attributes)
                    .Add(inner)
            );
        }
        else if (Content is not null)
        {
            line.Add(new Element("span").Class("govuk-service-navigation__text").Attribute("aria-current", state).Add(inner));
        }

        return line;
    }
}
