namespace Comity.Protocols.Explanations;

/// <summary>A condition of the answer.</summary>
/// <param name="Text">The condition in the words of the language: <c>approval of director</c>, or the name of the fact that is provided.</param>
/// <param name="Kind">What is required, or null for a fact that is <c>provided</c>.</param>
/// <param name="Who">Whose it is, or null.</param>
/// <param name="Fact">The fact that says whether it is met, or null when the situation cannot say.</param>
/// <param name="IsMet">True when it is met; false while it is open.</param>
/// <param name="Citations">The norms that make it.</param>
public sealed record AnswerCondition(
    string Text,
    RequirementKind? Kind,
    Who? Who,
    Fact? Fact,
    bool IsMet,
    IReadOnlyList<Citation> Citations
);
