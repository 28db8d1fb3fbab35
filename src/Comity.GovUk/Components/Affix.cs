using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

/// <summary>A unit before or after an input. It is hidden from assistive technology, so the label must say it too.</summary>
public sealed record Affix
{
    public Content? Content { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    internal Element? Render(string className) =>
        Content is null
            ? null
            : new Element("div").Class(className, Classes).Attribute("aria-hidden", "true").With(Attributes).Add(Content);
}
