namespace Comity.Protocols.Analysis;

/// <summary>
/// Follows every concern, raised by everybody about everybody, to its end: is there somebody who deals with it and is not a party to it? People who hold
/// two offices are among them, offices that nobody has been named for, and every stretch of days in which other rules hold.
/// </summary>
internal sealed class ConcernProof(Protocol protocol, IReadOnlyDictionary<string, string> substitutes)
{
    private readonly Vocabulary vocabulary = protocol.Vocabulary;

    public IReadOnlyList<CounterExample> Run()
    {
        var slices = vocabulary
            .Acts.Values.Where(act => act.Kind == ActKind.Concern)
            .Select(act => protocol.SliceOf(act.Name))
            .OfType<Slice>()
            .Where(slice => slice is { Fault: null, Steps.Length: > 0 })
            .ToList();
        var cast = new ConcernCast(protocol, slices);
        var walks = slices.ConvertAll(slice => new ConcernWalk(protocol, slice, cast, substitutes));
        var stretches = DayStretch.Of(slices);
        return stretches.Count == 1 ? On(stretches[0].Day, walks) : Joined([.. stretches.Select(days => (days, On(days.Day, walks)))]);
    }

    private IReadOnlyList<CounterExample> On(DateOnly? day, List<ConcernWalk> walks)
    {
        var found = new FoundExamples(vocabulary);
        foreach (var act in vocabulary.Acts.Values.Where(act => act.Kind == ActKind.Concern))
        {
            if (protocol.SliceOf(act.Name) is null or { Fault: null, Steps.Length: 0 })
            {
                NoteNoRoute(act, found);
            }
        }

        foreach (var walk in walks)
        {
            walk.Run(day, found);
        }

        NoteSilences(found);
        NoteFaults(found);
        return found.All;
    }

    // What is so on every day is said once, and else with the days.
    private static IReadOnlyList<CounterExample> Joined(IReadOnlyList<(DayStretch Days, IReadOnlyList<CounterExample> Found)> runs) =>
        [
            .. runs.SelectMany(run => run.Found.Select(example => (run.Days, Example: example)))
                .GroupBy(found =>
                    (
                        found.Example.Kind,
                        found.Example.Act,
                        string.Join(' ', found.Example.Norms),
                        string.Join(' ', found.Example.By),
                        string.Join(' ', found.Example.About),
                        found.Example.Words
                    )
                )
                .Select(group =>
                    DayStretch.Words(group.Select(found => found.Days)) is { Length: > 0 } days
                        ? group.First().Example with
                        {
                            Words = $"{days}: {group.First().Example.Words}",
                        }
                        : group.First().Example
                ),
        ];

    private void NoteNoRoute(Act act, FoundExamples found)
    {
        var situation = Situation.In(vocabulary).Act(act.Name).Build();
        var gap = protocol.Decide(situation).Gap;
        found.Keep(
            new CounterExample(
                CounterKind.NoRoute,
                act.Name,
                [],
                [],
                [],
                $"no step is written, whoever it is about{(gap is null ? "" : $". {gap.Says.TrimEnd('.')}")}",
                situation,
                []
            )
        );
    }

    private void NoteSilences(FoundExamples found)
    {
        foreach (var gap in protocol.File.Gaps)
        {
            // A silence that is noted of no act is about those of the norms that come nearest.
            var acts =
                gap.Scopes.Count > 0
                    ? gap.Scopes.SelectMany(scope => scope.Acts).Select(act => act.Text)
                    : ActsOf(gap.NearestNorms.Select(norm => norm.Text));
            if (acts.FirstOrDefault(IsAboutConcerns) is { } act)
            {
                found.Keep(new CounterExample(CounterKind.NotedSilence, act, [], [], [gap.Key], gap.Says.TrimEnd('.'), null, []));
            }
        }
    }

    private void NoteFaults(FoundExamples found)
    {
        foreach (var fault in protocol.File.Faults)
        {
            if (ActsOf(fault.In.Select(norm => norm.Text)).FirstOrDefault(IsConcern) is { } act)
            {
                found.Keep(new CounterExample(CounterKind.NotedFault, act, [], [], [fault.Key], fault.Says.TrimEnd('.'), null, []));
            }
        }
    }

    private IEnumerable<string> ActsOf(IEnumerable<string> norms) =>
        protocol
            .File.Norms.Where(norm => norms.Contains(norm.Id, StringComparer.Ordinal))
            .SelectMany(norm => norm.Rules)
            .SelectMany(rule => rule.Scope.Acts)
            .Select(act => act.Text);

    private bool IsConcern(string act) =>
        vocabulary.Acts.TryGetValue(act, out var known) && known.Kind is ActKind.Concern or ActKind.Settling;

    private bool IsAboutConcerns(string act) => vocabulary.Acts.TryGetValue(act, out var known) && known.Kind != ActKind.Any;
}
