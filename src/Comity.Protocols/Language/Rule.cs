namespace Comity.Protocols.Language;

/// <summary>One rule of a norm.</summary>
/// <param name="Norm">The id of the norm, <c>protocol/clause/letter</c>.</param>
/// <param name="Clause">The clause under which it stands.</param>
/// <param name="Layer">The layer of its file.</param>
/// <param name="Scope">On which acts, by, to and about whom.</param>
/// <param name="When">Conditions of which all must hold.</param>
/// <param name="Unless">Conditions of which none may hold.</param>
/// <param name="Provided">Yes-or-no facts that must be yes, and are reported as conditions of the answer.</param>
/// <param name="Despite">The norms that it overrides while it is in force.</param>
/// <param name="Effects">What it does, at least one.</param>
/// <param name="At">Where it starts.</param>
public sealed record Rule(
    string Norm,
    Clause Clause,
    Layer Layer,
    RuleScope Scope,
    IReadOnlyList<Condition> When,
    IReadOnlyList<Condition> Unless,
    IReadOnlyList<Name> Provided,
    IReadOnlyList<Name> Despite,
    IReadOnlyList<Effect> Effects,
    Location At
)
{
    /// <summary>The norms that prevail over what it permits wherever both hold. It says so and changes no answer: a refusal outweighs a permission anyway.</summary>
    public IReadOnlyList<Name> SubjectTo { get; init; } = [];

    /// <summary>The first day on which it holds, for a rule of a dated layer; null when it always has.</summary>
    public DateOnly? HoldsFrom { get; init; }

    /// <summary>The last day on which it holds, inclusive; null when no end is set.</summary>
    public DateOnly? HoldsUntil { get; init; }

    /// <summary>True when the rule does more than guide.</summary>
    public bool IsActionable => Effects.Any(effect => effect.IsActionable);

    /// <summary>The rule as the language writes it, one line each, in the order of the language's own description.</summary>
    public IReadOnlyList<string> Lines() =>
        [
            Scope.ToString(),
            .. When.Select(condition => $"when {condition}"),
            .. Unless.Select(condition => $"unless {condition}"),
            .. Provided.Select(fact => $"provided {fact}"),
            .. Despite.Count == 0 ? Array.Empty<string>() : [$"despite {string.Join(", ", Despite)}"],
            .. SubjectTo.Count == 0 ? Array.Empty<string>() : [$"subject to {string.Join(", ", SubjectTo)}"],
            .. Effects.Select(effect => effect.ToString()),
        ];

    /// <summary>The lines of the rule, one under the other.</summary>
    public override string ToString() => string.Join('\n', Lines());
}
