namespace Comity.Service.Setup;

/// <summary>A role of the protocol about which the council is asked whom it means here.</summary>
/// <param name="Duty">The role's name.</param>
/// <param name="Label">As people say it.</param>
/// <param name="Says">What the vocabulary says of it.</param>
/// <param name="Norm">The first norm that sends something there; null when it is the law that wants one.</param>
public sealed record SetUpQuestion(string Duty, string Label, string Says, string? Norm)
{
    /// <summary>The clause of <see cref="Norm"/>, for people; null where there is none.</summary>
    public string? Clause => Norm?.Split('/')[1];
}
