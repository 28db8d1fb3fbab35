namespace Comity.Protocols.Interviews;

/// <summary>Nothing that can still be asked changes the answer.</summary>
/// <param name="Decision">The answer. Its outcome is <see cref="Outcome.NeedsFacts"/> only where somebody left open what it turns on.</param>
public sealed record SettledStep(Decision Decision) : InterviewStep;
