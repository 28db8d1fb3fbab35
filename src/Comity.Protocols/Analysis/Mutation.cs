using Comity.Protocols.Cases;

namespace Comity.Protocols.Analysis;

/// <summary>
/// Changes every rule of a protocol in turn and sees whether a case notices: whether the outcome, who deals with it, a date, the audience or a required
/// record comes out otherwise. A lost citation alone does not count; for a rule that only guides, the guidance that is shown does.
/// </summary>
public static class Mutation
{
    /// <summary>Tries every change.</summary>
    /// <param name="library">Where the protocol, its layers and its cases are.</param>
    /// <param name="key">The key of the protocol.</param>
    /// <param name="calendars">The calendars by which dates are worked out.</param>
    /// <exception cref="KeyNotFoundException">No file has the key, or a case names a layer that is not there.</exception>
    public static MutationReport Run(ProtocolLibrary library, string key, CouncilCalendars? calendars = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        var file = library.Compile(key).File;
        var groups = library
            .CasesOf(key)
            .Where(example => example.Situation is not null)
            .GroupBy(
                example => string.Join(' ', example.Layers.Select(layer => layer.Text).Order(StringComparer.Ordinal)),
                StringComparer.Ordinal
            )
            .Select(group => new CaseGroup(library, file, group.First().Layers, [.. group], calendars))
            .ToList();
        var total = 0;
        var survivors = new List<Mutant>();
        var alike = new List<Mutant>();
        var maker = new MutantMaker(library.Vocabulary);
        foreach (var rule in file.Rules)
        {
            foreach (var mutant in maker.Of(rule))
            {
                // What only guides has no outcome to change: of such a rule only its being there is tested.
                if (!rule.IsActionable && mutant.Kind != MutationKind.Removed)
                {
                    continue;
                }

                if (groups.Exists(group => group.Notices(file, mutant)))
                {
                    total++;
                }
                else if (rule.IsActionable && mutant.Changed is not null && Shown(file, mutant) is null)
                {
                    alike.Add(mutant);
                }
                else
                {
                    total++;
                    survivors.Add(mutant with { Shown = rule.IsActionable ? Shown(file, mutant) : null });
                }
            }
        }

        return new MutationReport(total, survivors, alike);
    }

    // The most ordinary situation in which the change changes the answer, with no layer but the protocol; null when there is none.
    private static Situation? Shown(ProtocolFile file, Mutant mutant)
    {
        var acts = mutant.Rule.Scope.Acts.Select(act => act.Text).ToHashSet(StringComparer.Ordinal);
        var differences = ProtocolDiff.Compare(Protocol.Compile(file, [], acts), Protocol.Compile(Changed(file, mutant), [], acts));
        return differences.Count == 0 ? null : differences[0].Situation;
    }

    private static ProtocolFile Changed(ProtocolFile file, Mutant mutant) =>
        file.WithRules([.. file.Rules.Select(rule => ReferenceEquals(rule, mutant.Rule) ? mutant.Changed : rule).OfType<Rule>()]);

    // The cases that are decided with the same layers, and what the protocol as it stands answers to them.
    private sealed class CaseGroup
    {
        private readonly IReadOnlyList<ProtocolFile> layers;
        private readonly CouncilCalendars? calendars;
        private readonly Dictionary<string, List<(Situation Situation, string Answer, string Guidance)>> byAct;

        public CaseGroup(
            ProtocolLibrary library,
            ProtocolFile file,
            IReadOnlyList<Name> layers,
            IReadOnlyList<Case> cases,
            CouncilCalendars? calendars
        )
        {
            this.layers =
            [
                .. library.BaseOf(file),
                .. layers.Select(layer => library.File(layer.Text) ?? throw new KeyNotFoundException($"no protocol is called {layer}")),
            ];
            this.calendars = calendars;
            var protocol = Protocol.Compile(file, this.layers);
            byAct = cases
                .Select(example => protocol.Decide(example.Situation!, calendars))
                .GroupBy(decision => decision.Situation.Act, StringComparer.Ordinal)
                .ToDictionary(
                    group => group.Key,
                    group =>
                        group.Select(decision => (decision.Situation, Observation.Of(decision), Observation.GuidanceOf(decision))).ToList(),
                    StringComparer.Ordinal
                );
        }

        public bool Notices(ProtocolFile file, Mutant mutant)
        {
            var acts = mutant.Rule.Scope.Acts.Select(act => act.Text).Where(byAct.ContainsKey).ToHashSet(StringComparer.Ordinal);
            if (acts.Count == 0)
            {
                return false;
            }

            var protocol = Protocol.Compile(Changed(file, mutant), layers, acts);
            return acts.SelectMany(act => byAct[act])
                .Any(known =>
                {
                    var decision = protocol.Decide(known.Situation, calendars);
                    return Observation.Of(decision) != known.Answer
                        || (!mutant.Rule.IsActionable && Observation.GuidanceOf(decision) != known.Guidance);
                });
        }
    }
}
