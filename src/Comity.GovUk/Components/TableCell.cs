using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record TableCell
{
    public Content? Content { get; init; }

    /// <summary>"numeric" aligns figures on their right.</summary>
    public string? Format { get; init; }

    public string? Classes { get; init; }

    public int? Colspan { get; init; }

    public int? Rowspan { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    internal Element Render(string element, string? scope, string className) =>
        new Element(element)
            .Attribute("scope", scope)
            .Class(className, string.IsNullOrEmpty(Format) ? null : $"{className}--{Format}", Classes)
            .Attribute("colspan", Words.Number(Colspan))
            .Attribute("rowspan", Words.Number(Rowspan))
            .With(Attributes)
            .Add(Content);
}
