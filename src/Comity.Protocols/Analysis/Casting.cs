namespace Comity.Protocols.Analysis;

/// <summary>Who takes the places of a situation: one choice for all that the rules cannot tell apart.</summary>
/// <param name="By">The roles of the person who acts.</param>
/// <param name="To">The roles of the person to whom it is done.</param>
/// <param name="About">The roles of the person whom it is about.</param>
/// <param name="One">The rules of the first protocol that speak of these people.</param>
/// <param name="Other">Those of the second; 0 when there is none.</param>
/// <param name="On">The day, where rules hold from or until one; null where it does not matter.</param>
/// <param name="Cost">How far it is from an ordinary situation.</param>
internal sealed record Casting(
    IReadOnlyList<string> By,
    IReadOnlyList<string> To,
    IReadOnlyList<string> About,
    ulong One,
    ulong Other,
    DateOnly? On,
    int Cost
);
