namespace Comity.Protocols.Explanations;

/// <summary>A duty that is no longer owed.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Citations">The norms that stop it.</param>
public sealed record StoppedDuty(string Duty, IReadOnlyList<Citation> Citations);
