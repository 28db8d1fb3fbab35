namespace Comity.Protocols.Cases;

/// <summary>One line that starts with <c>expect</c>.</summary>
/// <param name="Kind">What is expected.</param>
/// <param name="Words">The words after the keyword, as they stand.</param>
/// <param name="At">Where the line stands.</param>
public sealed record Expectation(ExpectationKind Kind, IReadOnlyList<string> Words, Location At)
{
    /// <summary>The whole line, without <c>expect</c>.</summary>
    public required string Text { get; init; }

    // Its only word is the number of a clause or the id of a norm.
    internal bool NamesClauseOrNorm =>
        Kind
            is ExpectationKind.Cites
                or ExpectationKind.NotCites
                or ExpectationKind.Overridden
                or ExpectationKind.Shows
                or ExpectationKind.Ground;
}
