namespace Comity.Protocols.Evaluation;

/// <summary>That part of an answer which counts as the answer: two situations with one signature need no question to tell them apart.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Conditions">The conditions, a bit each.</param>
/// <param name="Open">Those of them that are not met.</param>
/// <param name="Dues">The clocks.</param>
/// <param name="FirstSteps">The steps with which the route begins.</param>
internal readonly record struct Signature(Outcome Outcome, ulong Conditions, ulong Open, ulong Dues, ulong FirstSteps);
