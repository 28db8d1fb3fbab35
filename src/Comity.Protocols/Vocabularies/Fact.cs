namespace Comity.Protocols.Vocabularies;

/// <summary>Something about a situation that a rule may depend on, with the question that finds it out.</summary>
/// <param name="Name">Its name in the language.</param>
/// <param name="Kind">What kind of answer it has.</param>
/// <param name="Choices">The permitted answers of a yes-no or one-of fact, in the order in which they are offered; empty otherwise.</param>
/// <param name="Question">The question as people are asked it.</param>
/// <param name="Help">A hint beside the question; may be empty.</param>
/// <param name="Presumption">The answer that holds until somebody says otherwise, or null.</param>
/// <param name="At">Where it is declared.</param>
public sealed record Fact(
    string Name,
    FactKind Kind,
    IReadOnlyList<FactChoice> Choices,
    string Question,
    string Help,
    string? Presumption,
    Location At
)
{
    /// <summary>The name of the built-in fact that says which stage of a route has been tried without success.</summary>
    public const string UnresolvedAt = "unresolved-at";

    // The place in the vocabulary's order; questions that are as good as each other are asked in this order.
    internal int Index { get; init; }

    internal int ChoiceIndex(string value)
    {
        for (var i = 0; i < Choices.Count; i++)
        {
            if (Choices[i].Name == value)
            {
                return i;
            }
        }

        return -1;
    }
}
