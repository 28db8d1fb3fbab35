namespace Comity.Protocols.Explanations;

/// <summary>A question to ask.</summary>
/// <param name="Fact">The fact that it finds out: its words, its help and the permitted answers.</param>
/// <param name="IsForDate">
/// False when the answer itself depends on it; true when the answer is settled and only the date of a duty is worked out from it.
/// </param>
public sealed record Question(Fact Fact, bool IsForDate)
{
    /// <summary>The question as people are asked it.</summary>
    public string Label => Fact.Question;

    /// <summary>A hint beside it; may be empty.</summary>
    public string Help => Fact.Help;

    /// <summary>The permitted answers; empty for a number or a date.</summary>
    public IReadOnlyList<FactChoice> Answers => Fact.Choices;
}
