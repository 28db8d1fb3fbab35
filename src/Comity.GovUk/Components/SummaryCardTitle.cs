using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record SummaryCardTitle
{
    public Content? Content { get; init; }

    public int HeadingLevel { get; init; } = 2;

    public string? Classes { get; init; }
}
