namespace Comity.Service.Arrangements;

/// <summary>What one key asks for, in the words of the page that asks, and how its value is checked.</summary>
/// <param name="Key">One of <see cref="ArrangementKeys"/>.</param>
/// <param name="Title">What is settled.</param>
/// <param name="Silence">What the protocol leaves open.</param>
/// <param name="Form">In which form the value is given.</param>
/// <param name="Question">What the council is asked.</param>
/// <param name="Hint">What it may answer.</param>
/// <param name="Check">The message for a value that will not do, or null.</param>
public sealed record ArrangementRule(
    string Key,
    string Title,
    string Silence,
    ArrangementForm Form,
    string Question,
    string Hint,
    Func<string, string?> Check
)
{
    /// <summary>The key as one part of an address.</summary>
    public string Address => Key.Replace('/', '-');
}
