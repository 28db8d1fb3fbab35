namespace Comity.GovUk.Components;

public sealed record SummaryActions
{
    public string? Classes { get; init; }

    public IReadOnlyList<SummaryAction> Items { get; init; } = [];
}
