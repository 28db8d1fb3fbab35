namespace Comity.GovUk.Components;

public sealed record InputWrapper
{
    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
