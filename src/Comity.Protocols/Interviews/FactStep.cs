using Comity.Protocols.Explanations;

namespace Comity.Protocols.Interviews;

/// <summary>A question has to be answered.</summary>
/// <param name="Question">The question that leads to the fewest further ones.</param>
public sealed record FactStep(Question Question) : InterviewStep;
