namespace Comity.Service.Information;

/// <summary>What was decided of an item, as the member reads it.</summary>
/// <param name="Grounds">Keys of <see cref="WithholdingGround"/>.</param>
/// <param name="Reasons">Why something is kept back, in words that can be argued in public.</param>
/// <param name="LeftOut">What is left out of what is let out.</param>
/// <param name="InSpite">Why it was decided so although the protocol says otherwise.</param>
public sealed record ItemRuling(IReadOnlyList<string> Grounds, string Reasons, string LeftOut, string InSpite);
