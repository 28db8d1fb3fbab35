namespace Comity.GovUk.Components;

public sealed record SummaryRow
{
    public SummaryText? Key { get; init; }

    public SummaryText? Value { get; init; }

    public SummaryActions? Actions { get; init; }

    public string? Classes { get; init; }
}
