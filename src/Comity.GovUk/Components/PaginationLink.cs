using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record PaginationLink
{
    public string? Href { get; init; }

    public Content? Content { get; init; }

    /// <summary>What lies there, as "1 of 3".</summary>
    public string? LabelText { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
