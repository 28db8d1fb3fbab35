using Comity.Protocols.Explanations;

namespace Comity.Protocols.Analysis;

/// <summary>
/// Follows every concern, raised by everybody about everybody, to its end: is there somebody who deals with it and is not a party to it? People who hold
/// two offices are among them, and offices that nobody has been named for.
/// </summary>
internal sealed class ConcernProof
{
    private readonly Protocol protocol;
    private readonly Vocabulary vocabulary;
    private readonly IReadOnlyDictionary<string, string> substitutes;
    private readonly Dictionary<(CounterKind, string Act, string Norms), List<CounterExample>> found = [];

    public ConcernProof(Protocol protocol, IReadOnlyDictionary<string, string> substitutes)
    {
        this.protocol = protocol;
        vocabulary = protocol.Vocabulary;
        this.substitutes = substitutes;
    }

    public IReadOnlyList<CounterExample> Run()
    {
        var slices = new List<Slice>();
        foreach (var act in vocabulary.Acts.Values.Where(act => act.Kind == ActKind.Concern))
        {
            var slice = protocol.SliceOf(act.Name);
            if (slice is { Fault: null, Steps.Length: > 0 })
            {
                slices.Add(slice);
            }
            else if (slice?.Fault is null)
            {
                var situation = Situation.In(vocabulary).Act(act.Name).Build();
                Keep(
                    new CounterExample(
                        CounterKind.NoRoute,
                        act.Name,
                        [],
                        [],
                        [],
                        $"no step is written, whoever it is about{GapOf(situation)}",
                        situation,
                        []
                    )
                );
            }
        }

        var cast = new ConcernCast(protocol, slices);
        foreach (var slice in slices)
        {
            new OneConcern(this, slice, cast).Run();
            NoteTimeLimit(slice);
        }

        NoteSilences();
        var all = found.Values.SelectMany(list => list).ToList();
        return [.. all.Where(example => example.IsFailure || !all.Exists(other => Tells(other, example)))];
    }

    // Who is said generally is not said again of those who are of that kind.
    private void Keep(CounterExample example)
    {
        var key = (example.Kind, example.Act, string.Join(' ', example.Norms));
        if (!found.TryGetValue(key, out var known))
        {
            found[key] = known = [];
        }

        if (!known.Exists(other => AreKinds(example.By, other.By) && AreKinds(example.About, other.About)))
        {
            known.Add(example);
        }
    }

    // What fails for somebody need not be noted of them as well.
    private static bool Tells(CounterExample failure, CounterExample note) =>
        failure.IsFailure
        && failure.Act == note.Act
        && failure.Norms.SequenceEqual(note.Norms)
        && failure.By.SequenceEqual(note.By)
        && failure.About.SequenceEqual(note.About);

    private bool AreKinds(IReadOnlyList<string> roles, IReadOnlyList<string> general) =>
        general.Count == 0 || general.All(kind => roles.Any(role => vocabulary.RoleIs(role, kind)));

    private void NoteSilences()
    {
        foreach (var gap in protocol.File.Gaps)
        {
            var acts = gap.Scopes.SelectMany(scope => scope.Acts).Select(act => act.Text);
            if (acts.FirstOrDefault(IsAboutConcerns) is { } act)
            {
                Keep(new CounterExample(CounterKind.NotedSilence, act, [], [], [gap.Key], gap.Says.TrimEnd('.'), null, []));
            }
        }
    }

    private bool IsAboutConcerns(string act) => vocabulary.Acts.TryGetValue(act, out var known) && known.Kind != ActKind.Any;

    private void NoteTimeLimit(Slice slice)
    {
        if (slice.Dues.Length == 0)
        {
            Keep(new CounterExample(CounterKind.NoTimeLimit, slice.Act, [], [], [], "no step has a time limit", null, []));
        }
    }

    private string GapOf(Situation situation)
    {
        var gap = protocol.Decide(situation).Gap;
        return gap is null ? "" : $". {gap.Says.TrimEnd('.')}";
    }

    private sealed class OneConcern(ConcernProof proof, Slice slice, ConcernCast cast)
    {
        private readonly Vocabulary vocabulary = proof.vocabulary;
        private readonly DateOnly? day = Castings.LastDay(slice);
        private readonly RouteLeaves leaves = new(proof.vocabulary, slice);
        private readonly Dictionary<RouteLeaf, List<RouteStep>> routes = new(ReferenceEqualityComparer.Instance);

        public void Run()
        {
            foreach (var by in cast.Singles)
            {
                foreach (var about in cast.Singles)
                {
                    Follow([by], [about]);
                }
            }

            foreach (var pair in cast.Pairs)
            {
                foreach (var single in cast.Singles)
                {
                    Follow([single], pair);
                    Follow(pair, [single]);
                }
            }
        }

        private void Follow(string[] by, string[] about)
        {
            // Two people do not hold one office.
            var act = vocabulary.Acts[slice.Act];
            if (
                !Fits(act.By, by)
                || !Fits(act.About, about)
                || by.Intersect(about, StringComparer.Ordinal).Any(role => vocabulary.Roles[role].IsHeldByOne)
            )
            {
                return;
            }

            var candidates =
                by.Aggregate(slice.ByAnyone, (mask, role) => mask | slice.ByRole[vocabulary.RoleIndex[role]])
                & slice.ToAnyone
                & Castings.Holding(slice, day)
                & about.Aggregate(slice.AboutAnyone, (mask, role) => mask | slice.AboutRole[vocabulary.RoleIndex[role]]);
            foreach (var leaf in leaves.Of(candidates))
            {
                Follow(by, about, candidates, leaf);
            }
        }

        private bool Fits(IReadOnlyList<string> named, string[] roles) =>
            named.Count == 0 || named.Any(name => roles.Any(role => vocabulary.RoleIs(role, name)));

        private void Follow(string[] by, string[] about, ulong candidates, RouteLeaf leaf)
        {
            Situation Make() =>
                SituationMaker.Make(vocabulary, leaves.Space, new Casting(by, [], about, candidates, 0, day, 0), leaf.Chosen);

            if (leaf.IsForbidden)
            {
                var forbidding = NormsOf(leaf.Rules);
                if (IsNew(CounterKind.Forbidden, by, about, forbidding))
                {
                    Keep(CounterKind.Forbidden, by, about, forbidding, "it may not be raised", Make(), []);
                }

                return;
            }

            if (leaf.Steps == 0)
            {
                if (IsNew(CounterKind.NoRoute, by, about, []))
                {
                    var situation = Make();
                    Keep(CounterKind.NoRoute, by, about, [], $"no step is written{proof.GapOf(situation)}", situation, []);
                }

                return;
            }

            var lost = TakenAway(leaf);
            var lostNorms = NormsOf(lost);
            if (lost != 0 && IsNew(CounterKind.StepFallsAway, by, about, lostNorms))
            {
                var taking = NormsOf(Overriders(leaf, lost));
                Keep(
                    CounterKind.StepFallsAway,
                    by,
                    about,
                    lostNorms,
                    $"{Clauses(taking)} takes the step of {Clauses(lostNorms)} away, and nothing takes its place",
                    Make(),
                    []
                );
            }

            var route = RouteOf(leaf);
            var offices = route.SelectMany(step => ConcernCast.TermsOf(step.Who)).ToList();
            Meet(by, about, route, new ModelCouncil(vocabulary, by, about, proof.substitutes), "", Make);
            foreach (var (role, of) in HeldByOther(by, about, offices))
            {
                var council = new ModelCouncil(vocabulary, by, about, proof.substitutes) { HeldByOtherParty = (role, of) };
                Meet(
                    by,
                    about,
                    route,
                    council,
                    $", if {(of == ModelCouncil.Subject ? "the person who raises it" : "the person it is about")} is that {Label(role)}",
                    Make
                );
            }

            foreach (
                var office in offices
                    .Select(term => term.Role?.Text)
                    .OfType<string>()
                    .Distinct()
                    .Where(role => vocabulary.Roles[role].IsAppointed)
            )
            {
                var council = new ModelCouncil(vocabulary, by, about, proof.substitutes) { Vacant = office };
                Meet(by, about, route, council, $", if nobody has been named {Label(office)}", Make);
            }
        }

        // The steps that an exception takes away without giving another for the same stage.
        private ulong TakenAway(RouteLeaf leaf)
        {
            ulong lost = 0;
            foreach (var step in slice.Steps.Where(step => (step.Rules & leaf.TakenAway) != 0))
            {
                var isReplaced = DecisionBuilder.Bits(leaf.Steps).Any(other => slice.Steps[other].Stage == step.Stage);
                lost |= isReplaced ? 0 : step.Rules & leaf.TakenAway;
            }

            return lost;
        }

        private ulong Overriders(RouteLeaf leaf, ulong lost)
        {
            var view = leaf.InForce;
            ulong found = 0;
            foreach (var rule in slice.Overriding.Where(rule => (rule.Despite & lost) != 0 && (view & (1UL << rule.Place)) != 0))
            {
                found |= 1UL << rule.Place;
            }

            return found;
        }

        private static IEnumerable<(string Role, string Of)> HeldBy(IEnumerable<WhoTerm> offices, Party party, string of) =>
            offices.Where(term => term.Party == party && term.Role is not null).Select(term => (term.Role!.Text, of)).Distinct();

        private IEnumerable<(string Role, string Of)> HeldByOther(string[] by, string[] about, List<WhoTerm> offices) =>
            HeldBy(offices, Party.Subject, ModelCouncil.Subject)
                .Where(office => by.Any(role => vocabulary.RoleIs(role, office.Role)))
                .Concat(
                    HeldBy(offices, Party.Actor, ModelCouncil.Actor)
                        .Where(office => about.Any(role => vocabulary.RoleIs(role, office.Role)))
                );

        private void Meet(string[] by, string[] about, List<RouteStep> route, ModelCouncil council, string given, Func<Situation> make)
        {
            var met = RouteResolver.Resolve(route, council.Parties, council);
            var last = met.Where(step => !route.Exists(next => next.After == step.Step.Stage)).ToList();
            var ends = last.Exists(IsDealtWith);
            foreach (var step in met.Where(step => !IsDealtWith(step)))
            {
                var isLast = last.Contains(step);
                // A first talk with the person it is about is what the text wants, as long as it is not the end.
                if (step.GapIn is null && !isLast)
                {
                    continue;
                }

                var kind =
                    ends || !isLast ? CounterKind.StepFallsAway
                    : step.GapIn is null || step.PassedOver.Count > 0 ? CounterKind.EndsWithParty
                    : CounterKind.EndsWithNobody;
                var norms = step.Step.Citations.Select(citation => citation.Norm).ToArray();
                if (IsNew(kind, by, about, norms))
                {
                    Keep(kind, by, about, norms, Words(kind, step, given), make(), council.People);
                }
            }

            if (ends && given.Length == 0)
            {
                NoteEnd(by, about, last, make);
            }

            if (
                ends
                && given.Length == 0
                && last.TrueForAll(step => ConcernCast.TermsOf(step.Step.Who).All(term => term is { Role: not null, Party: Party.Actor }))
            )
            {
                var norms = last.SelectMany(step => step.Step.Citations).Select(citation => citation.Norm).Distinct().ToArray();
                if (IsNew(CounterKind.EndsOnOwnSide, by, about, norms))
                {
                    Keep(
                        CounterKind.EndsOnOwnSide,
                        by,
                        about,
                        norms,
                        $"the route ends with {string.Join(" and ", last.Select(step => Explanation.InWords(step.Step.Who, vocabulary)))} ({Clauses(norms)}), who has no say over the person it is about, and nothing says how it ends",
                        make(),
                        council.People
                    );
                }
            }
        }

        private void NoteEnd(string[] by, string[] about, List<ResolvedStep> last, Func<Situation> make)
        {
            var norms = last.SelectMany(step => step.Step.Citations).Select(citation => citation.Norm).Distinct().ToArray();
            if (IsNew(CounterKind.NothingAfter, by, about, norms))
            {
                var who = string.Join(" and ", last.Select(step => Explanation.InWords(step.Step.Who, vocabulary)).Distinct());
                proof.Keep(
                    new CounterExample(
                        CounterKind.NothingAfter,
                        slice.Act,
                        [],
                        [],
                        norms,
                        $"the route ends with {who} ({Clauses(norms)}); what comes of it and where to go from there is not written",
                        make(),
                        []
                    )
                );
            }
        }

        private static bool IsDealtWith(ResolvedStep step) =>
            step.Assigned.Any(assigned => assigned.Person is not (ModelCouncil.Actor or ModelCouncil.Subject));

        private string Words(CounterKind kind, ResolvedStep step, string given)
        {
            var who = Explanation.InWords(step.Step.Who, vocabulary);
            var clauses = Clauses(step.Step.Citations.Select(citation => citation.Norm));
            var why =
                step.GapIn is null ? "that is a party to it"
                : step.PassedOver.Count == 0 ? "there is no such person"
                : string.Join(" and ", step.PassedOver.Select(passed => $"that is {passed.Person}").Distinct());
            why = step.PassedOver.Count > 0 && step.Vacant.Count > 0 ? $"{why}, or there is no such person" : why;
            return kind == CounterKind.StepFallsAway
                ? $"the step to {who} ({clauses}) falls away, since {why}{given}; the route goes on without it"
                : $"the route ends with {who} ({clauses}), and {why}{given}";
        }

        private List<RouteStep> RouteOf(RouteLeaf leaf)
        {
            if (!routes.TryGetValue(leaf, out var route))
            {
                routes[leaf] = route = [
                    .. RouteOrder
                        .Of(slice, leaf.Steps, -1)
                        .Select(found =>
                        {
                            var step = slice.Steps[found.Step];
                            return new RouteStep(
                                step.Who,
                                slice.Stages[step.Stage],
                                step.After < 0 ? null : slice.Stages[step.After],
                                found.Level,
                                [.. NormsOf(step.Rules & leaf.Rules).Select(proof.protocol.Cite)]
                            );
                        }),
                ];
            }

            return route;
        }

        private string[] NormsOf(ulong rules) =>
            [.. DecisionBuilder.Bits(rules).Select(rule => slice.Rules[rule].Norm).Distinct(StringComparer.Ordinal)];

        private static string Clauses(IEnumerable<string> norms) =>
            string.Join(", ", norms.Select(norm => norm[(norm.IndexOf('/', StringComparison.Ordinal) + 1)..]));

        private string Label(string role) => SituationWords.Lower(vocabulary.Roles[role].Label);

        // Building the words and the situation of what is known already would be most of the work.
        private bool IsNew(CounterKind kind, string[] by, string[] about, string[] norms) =>
            !proof.found.TryGetValue((kind, slice.Act, string.Join(' ', norms)), out var known)
            || !known.Exists(other => proof.AreKinds(by, other.By) && proof.AreKinds(about, other.About));

        private void Keep(
            CounterKind kind,
            string[] by,
            string[] about,
            string[] norms,
            string words,
            Situation situation,
            IReadOnlyList<KeyValuePair<string, string>> people
        ) =>
            proof.Keep(
                new CounterExample(kind, slice.Act, by, about, norms, $"{words}{Alike("by", by)}{Alike("about", about)}", situation, people)
            );

        private string Alike(string place, string[] roles) =>
            roles.SelectMany(cast.Alike).ToList() is { Count: > 0 } others
                ? $". So too {place} {string.Join(", ", others.Select(Label))}"
                : "";
    }
}
