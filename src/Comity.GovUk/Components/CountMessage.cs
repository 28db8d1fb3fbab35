namespace Comity.GovUk.Components;

public sealed record CountMessage
{
    public string? Classes { get; init; }
}
