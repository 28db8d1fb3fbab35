namespace Comity.GovUk.Components;

public sealed record TabItem
{
    public string? Id { get; init; }

    public string? Label { get; init; }

    public TabPanel Panel { get; init; } = new();

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
