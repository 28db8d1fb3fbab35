namespace Comity.Service.Concerns.Watch;

/// <summary>A recorded act of one person against another. Both stand here as they do in sealed matters.</summary>
/// <param name="Against">Whom it was done to; several where several had asked together.</param>
public sealed record DoneTo(AdverseAct Act, string By, IReadOnlyList<string> Against);
