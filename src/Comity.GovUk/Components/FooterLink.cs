using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record FooterLink
{
    public string? Text { get; init; }

    public string? Href { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    internal Element Render() => new Element("a").Class("govuk-footer__link").Attribute("href", Href ?? "").With(Attributes).Text(Text);
}
