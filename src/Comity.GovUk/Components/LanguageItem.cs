using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record LanguageItem
{
    public Content? Content { get; init; }

    public string? Href { get; init; }

    public string? Lang { get; init; }

    public string? HrefLang { get; init; }

    public string? Dir { get; init; }

    public bool Current { get; init; }

    /// <summary>Said after the language's name in the language of this page, for those who cannot read the other.</summary>
    public string? LanguageDescriptionText { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    internal Element Render()
    {
        if (Current || string.IsNullOrEmpty(Href))
        {
            return new Element("span")
                .Class("govuk-language-navigation__text", Classes)
                .Attribute("aria-current", "true")
                .AttributeIfAny("lang", Lang)
                .AttributeIfAny("dir", Dir)
                .With(Attributes)
                .Add(Content);
        }

        var link = new Element("a")
            .Class("govuk-language-navigation__link", Classes)
            .Attribute("href", Href)
            .Attribute("rel", "alternate")
            .AttributeIfAny("lang", Lang)
            .AttributeIfAny("hreflang", HrefLang.OrElse(Lang ?? ""))
            .AttributeIfAny("dir", Dir)
            .With(Attributes)
            .Add(Content);
        return string.IsNullOrEmpty(LanguageDescriptionText)
            ? link
            : link.Add(new Element("span").Class("govuk-visually-hidden").Text(" " + LanguageDescriptionText));
    }
}
