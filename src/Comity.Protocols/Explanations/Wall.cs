namespace Comity.Protocols.Explanations;

/// <summary>Who may, or may not, see a part of the matter.</summary>
/// <param name="Part">The part.</param>
/// <param name="IsVisible">True when they may see it, false when it is hidden from them.</param>
/// <param name="Who">Who.</param>
/// <param name="Citations">The norms that say so.</param>
public sealed record Wall(MatterPart Part, bool IsVisible, Who Who, IReadOnlyList<Citation> Citations);
