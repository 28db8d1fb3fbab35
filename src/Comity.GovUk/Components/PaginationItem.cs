namespace Comity.GovUk.Components;

public sealed record PaginationItem
{
    public string? Number { get; init; }

    public string? Href { get; init; }

    public string? VisuallyHiddenText { get; init; }

    public bool Current { get; init; }

    /// <summary>A gap in the numbers, in place of a page.</summary>
    public bool Ellipsis { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
