using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record ErrorSummaryItem
{
    public Content? Content { get; init; }

    /// <summary>The control to change, as #id.</summary>
    public string? Href { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
