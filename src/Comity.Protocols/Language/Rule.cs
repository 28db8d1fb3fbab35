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

    /// <summary>The source that the rule itself names, or null.</summary>
    public string? OwnSource { get; init; }

    /// <summary>The first day of the rule as it says itself, or null.</summary>
    public DateOnly? OwnFrom { get; init; }

    /// <summary>The last day of the rule as it says itself, inclusive, or null.</summary>
    public DateOnly? OwnUntil { get; init; }

    /// <summary>What in the rule rests on general knowledge and has not been compared with the source; null when there is nothing of the kind.</summary>
    public string? Unverified { get; init; }

    /// <summary>Where the rule is taken from: what it names itself, else what its file does; null when neither says.</summary>
    public string? Source => OwnSource ?? (Document?.Value("source") is { Length: > 0 } source ? source : null);

    /// <summary>The first day on which it holds: its own, else that of its file if that is of a dated layer; null when it always has.</summary>
    public DateOnly? HoldsFrom => OwnFrom ?? DatedLayer?.InForceFrom;

    /// <summary>The last day on which it holds, inclusive: its own, else that of its file if that is of a dated layer; null when no end is set.</summary>
    public DateOnly? HoldsUntil => OwnUntil ?? DatedLayer?.InForceUntil;

    // The front matter of its file.
    internal DocumentControl? Document { get; init; }

    // True when the rule stands in a clause that is laid down for many councils and not left to them.
    internal bool IsLocked => Document is { Locked: not null } document && !document.LeftToCouncils.Contains(Clause.Number);

    // Which version of a protocol counts, the council's own record says; law, rulings and arrangements carry their dates themselves.
    private DocumentControl? DatedLayer => Layer == Layer.Protocol ? null : Document;

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
            .. OwnSource is null ? Array.Empty<string>() : [$"source \"{OwnSource}\""],
            .. OwnFrom is { } from ? [$"from {Dates.Write(from)}"] : Array.Empty<string>(),
            .. OwnUntil is { } until ? [$"until {Dates.Write(until)}"] : Array.Empty<string>(),
            .. Unverified is null ? Array.Empty<string>() : [$"unverified \"{Unverified}\""],
            .. Effects.Select(effect => effect.ToString()),
        ];

    /// <summary>The lines of the rule, one under the other.</summary>
    public override string ToString() => string.Join('\n', Lines());
}
