namespace Comity.Protocols.Analysis;

/// <summary>One finding of a check.</summary>
/// <param name="Diagnostic">What is wrong, and where.</param>
/// <param name="Situation">A situation that shows it, the most ordinary there is; null where it shows by itself.</param>
public sealed record CheckFinding(Diagnostic Diagnostic, Situation? Situation);
