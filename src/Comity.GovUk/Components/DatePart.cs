namespace Comity.GovUk.Components;

public sealed record DatePart
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Label { get; init; }

    public string? Value { get; init; }

    public string? Classes { get; init; }

    /// <summary>Whether this part is at fault; null when it is not known which part is.</summary>
    public bool? Error { get; init; }

    public string? Inputmode { get; init; }

    public string? Autocomplete { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
