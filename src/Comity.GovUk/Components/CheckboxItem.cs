namespace Comity.GovUk.Components;

public sealed record CheckboxItem : ChoiceItem
{
    public string? Name { get; init; }

    /// <summary>"exclusive" for a "none of these" that clears the others.</summary>
    public string? Behaviour { get; init; }
}
