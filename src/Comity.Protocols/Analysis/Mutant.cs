namespace Comity.Protocols.Analysis;

/// <summary>A changed rule.</summary>
/// <param name="Rule">The rule as it stands.</param>
/// <param name="Kind">How it was changed.</param>
/// <param name="Before">The line as it stands; the whole rule on one line when it was removed.</param>
/// <param name="After">The line as it was changed; empty when it was taken away.</param>
public sealed record Mutant(Rule Rule, MutationKind Kind, string Before, string After)
{
    /// <summary>The most ordinary situation that would tell the change from the rule as it stands; null before it is looked for.</summary>
    public Situation? Shown { get; init; }

    // Null when the rule is taken away.
    internal Rule? Changed { get; init; }

    /// <summary>The change in words, with its place.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Rule.At.Path}:{Rule.At.Line}: {Rule.Norm}: {(After.Length == 0 ? $"without `{Before}`" : $"`{After}` in place of `{Before}`")}"
        );
}
