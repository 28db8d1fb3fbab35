using Comity.Protocols.Explanations;

namespace Comity.Protocols;

/// <summary>A protocol with its layers, compiled: it decides situations. Immutable and thread-safe.</summary>
public sealed class Protocol
{
    /// <summary>
    /// The version of what rules mean. It is stored with each decision, beside the hashes of the texts; it changes whenever the same texts
    /// could give another answer.
    /// </summary>
    public const string SemanticsVersion = "1";

    // A rule that could not be read and may have spoken about any act.
    internal const string EveryAct = "*";

    // Enough for every situation that a council meets; beyond it answers are worked out afresh, never wrong.
    private const int MostKept = 8192;

    private readonly Dictionary<string, Slice> slices;
    private readonly Dictionary<string, Citation> citations;
    private readonly string? faultEverywhere;
    private readonly HashSet<string> stages;

    // By the index of the act in the vocabulary; null for an act of which neither a rule nor a noted silence speaks.
    private readonly ActRules?[] byAct;
    private int kept;

    private Protocol(ProtocolFile file, IReadOnlyList<ProtocolFile> files, ProtocolLinker linked)
    {
        File = file;
        Files = files;
        Vocabulary = file.Vocabulary;
        slices = linked.Slices;
        faultEverywhere = linked.FaultEverywhere;
        stages = slices.Values.SelectMany(slice => slice.Stages).ToHashSet(StringComparer.Ordinal);
        byAct = new ActRules?[Vocabulary.Acts.Count];
        foreach (var slice in slices.Values)
        {
            if (Vocabulary.Acts.TryGetValue(slice.Act, out var act))
            {
                byAct[act.Index] = new ActRules(slice);
            }
        }

        // The silence that says most about a situation comes first.
        foreach (
            var gap in files
                .SelectMany(f => f.Gaps)
                .OrderByDescending(gap => gap.When.Count + gap.Unless.Count)
                .ThenByDescending(gap => gap.Scopes.Select(Places).DefaultIfEmpty().Max())
                .ThenBy(gap => gap.Key, NaturalOrder.Instance)
        )
        {
            foreach (var act in gap.Scopes.SelectMany(scope => scope.Acts).Select(act => act.Text).Distinct(StringComparer.Ordinal))
            {
                if (Vocabulary.Acts.TryGetValue(act, out var known))
                {
                    (byAct[known.Index] ??= new ActRules(null)).Gaps.Add(new GapMatcher(gap, act, Vocabulary));
                }
            }
        }

        Diagnostics = linked.Diagnostics;
        Clauses = [.. files.SelectMany(f => f.Clauses)];
        Norms = [.. files.SelectMany(f => f.Norms)];
        Acts = [.. slices.Keys.Order(StringComparer.Ordinal)];
        ActsNamed =
        [
            .. Vocabulary.Acts.Values.Where(act => byAct[act.Index] is not null).Select(act => act.Name).Order(StringComparer.Ordinal),
        ];
        citations = Norms.DistinctBy(norm => norm.Id).ToDictionary(norm => norm.Id, norm => new Citation(norm), StringComparer.Ordinal);
    }

    /// <summary>The protocol's own file.</summary>
    public ProtocolFile File { get; }

    /// <summary>All files: the protocol's own and its layers.</summary>
    public IReadOnlyList<ProtocolFile> Files { get; }

    /// <summary>The vocabulary.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The key by which the protocol is called.</summary>
    public string Key => File.Control.Protocol;

    /// <summary>The clauses of all files.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>The norms of all files.</summary>
    public IReadOnlyList<Norm> Norms { get; }

    /// <summary>The acts of which some rule speaks, in alphabetical order.</summary>
    public IReadOnlyList<string> Acts { get; }

    /// <summary>The acts of which some rule or some noted silence speaks, in alphabetical order: all about which somebody may want to ask.</summary>
    public IReadOnlyList<string> ActsNamed { get; }

    /// <summary>What was found wrong: in each file, and between them.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The SHA-256 of each file by its key, and of the vocabulary under the name <c>vocabulary</c>; for the record of a decision.</summary>
    public IReadOnlyDictionary<string, string> Hashes =>
        Files
            .Select(file => (file.Control.Protocol, file.Hash))
            .Append(("vocabulary", Vocabulary.Hash))
            .DistinctBy(pair => pair.Item1)
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Compiles a protocol with its layers.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="layers">Law, rulings, arrangements and safeguards that hold beside it; their order does not matter.</param>
    /// <returns>The protocol. Acts that an error touches answer <see cref="Outcome.CannotTell"/>.</returns>
    /// <exception cref="ArgumentException">The files were read with different vocabularies.</exception>
    public static Protocol Compile(ProtocolFile protocol, params IEnumerable<ProtocolFile> layers) => Compile(protocol, layers, null);

    /// <summary>Decides a situation and explains the answer.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="calendars">The calendars by which dates are worked out; without them clocks are given in words alone.</param>
    /// <returns>The decision; never null, and never an exception for what the rules say.</returns>
    public Decision Decide(Situation situation, CouncilCalendars? calendars = null)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var bound = situation.Rebind(Vocabulary);
        var parts = bound.Explained;
        if (parts is null || !ReferenceEquals(parts.Protocol, this))
        {
            bound.Explained = parts = Explain(bound);
        }

        return new Decision(this, bound, parts, calendars);
    }

    /// <summary>Turns a situation into bits, once, so that it can be evaluated many times.</summary>
    public EncodedSituation Encode(Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var bound = situation.Rebind(Vocabulary);
        return byAct[bound.ActIndex]?.Slice?.Encode(bound, stages) ?? default;
    }

    /// <summary>The bare answer. Allocates nothing.</summary>
    /// <param name="situation">A situation that this protocol encoded.</param>
    public Verdict Evaluate(in EncodedSituation situation)
    {
        if (faultEverywhere is not null)
        {
            return new Verdict(Outcome.CannotTell, 0, 0, 0);
        }

        return situation.Slice is { } slice ? slice.Evaluate(in situation) : new Verdict(Outcome.Silent, 0, 0, 0);
    }

    /// <summary>The rules that speak about an act, in the order of the bits of a <see cref="Verdict"/>; empty when none does.</summary>
    public IReadOnlyList<Rule> RulesOn(string act) => slices.TryGetValue(act, out var slice) ? slice.Rules : [];

    /// <summary>The places of which something is said on an act: by its rules, or by the noted silences when it has none.</summary>
    internal IEnumerable<RuleScope> ScopesOn(string act) =>
        RulesOn(act) is { Count: > 0 } rules
            ? rules.Select(rule => rule.Scope)
            : Files.SelectMany(file => file.Gaps).SelectMany(gap => gap.Scopes).Where(scope => scope.Acts.Any(name => name.Text == act));

    /// <summary>The question that leads to the fewest further ones, or null when the answer is settled.</summary>
    public Question? NextQuestion(Situation situation)
    {
        var decision = Decide(situation);
        return decision.Outcome == Outcome.NeedsFacts ? decision.Questions[0] : null;
    }

    internal static Protocol Compile(ProtocolFile protocol, IEnumerable<ProtocolFile> layers, IReadOnlySet<string>? onlyActs)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(layers);
        ProtocolFile[] files = [protocol, .. layers];
        if (files.Any(file => !ReferenceEquals(file.Vocabulary, protocol.Vocabulary)))
        {
            throw new ArgumentException("the layers were read with another vocabulary than the protocol", nameof(layers));
        }

        return new Protocol(protocol, files, ProtocolLinker.Link(files, onlyActs));
    }

    private static int Places(RuleScope scope) => Math.Sign(scope.By.Count) + Math.Sign(scope.To.Count) + Math.Sign(scope.About.Count);

    internal Slice? SliceOf(string act) => slices.GetValueOrDefault(act);

    internal string? FaultOf(in EncodedSituation situation) =>
        faultEverywhere
        ?? situation.Slice?.Fault
        ?? (situation.Stage == -2 ? "no route of the protocol has the stage that was tried" : null);

    internal Citation Cite(string norm) => citations[norm];

    private DecisionParts Explain(Situation situation)
    {
        var rules = byAct[situation.ActIndex];
        var encoded = rules?.Slice?.Encode(situation, stages) ?? default;
        var parts = Explain(rules, in encoded, null);
        if (parts.Outcome == Outcome.Silent && rules is not null)
        {
            // Which noted silence a situation meets may turn on facts that no rule on the act asks about.
            foreach (var gap in rules.Gaps)
            {
                if (gap.Matches(situation))
                {
                    return Explain(rules, in encoded, gap.Gap);
                }
            }
        }

        return parts;
    }

    // Situations that are alike to the rules, and meet the same noted silence, have one explanation but for their dates.
    private DecisionParts Explain(ActRules? rules, in EncodedSituation encoded, Gap? gap)
    {
        if (rules?.Explanations.Find(in encoded, gap) is { } found)
        {
            return found;
        }

        var parts = new DecisionBuilder(this, encoded, gap).Build();
        if (rules is not null && Volatile.Read(ref kept) < MostKept && rules.Explanations.Add(in encoded, gap, parts))
        {
            Interlocked.Increment(ref kept);
        }

        return parts;
    }

    // What the protocol says about one act.
    private sealed class ActRules(Slice? slice)
    {
        public Slice? Slice { get; } = slice;

        public List<GapMatcher> Gaps { get; } = [];

        public ExplanationTable Explanations { get; } = new();
    }
}
