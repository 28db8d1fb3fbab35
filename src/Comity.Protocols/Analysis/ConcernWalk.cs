using Comity.Protocols.Explanations;

namespace Comity.Protocols.Analysis;

/// <summary>Follows one concern for every pair of people that the protocol can tell apart.</summary>
/// <remarks>
/// What becomes of a route depends on which of its offices the two hold, or stand above, and on nothing else of them: where that is the same it is worked
/// out once.
/// </remarks>
internal sealed class ConcernWalk
{
    private readonly Protocol protocol;
    private readonly Vocabulary vocabulary;
    private readonly Slice slice;
    private readonly ConcernCast cast;
    private readonly IReadOnlyDictionary<string, string> substitutes;
    private readonly RouteLeaves leaves;
    private readonly string[] offices;
    private readonly List<Person> singles;
    private readonly List<Person> pairs;
    private readonly Dictionary<string, int> standings = new(StringComparer.Ordinal);
    private readonly Dictionary<(ulong Steps, ulong Rules), List<RouteStep>> routes = [];
    private readonly Dictionary<RouteLeaf, (string[] Norms, string Joined)> lost = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(ulong Steps, ulong Rules, int By, int About), List<Remark>> met = [];
    private FoundExamples found = null!;
    private DateOnly? day;

    public ConcernWalk(Protocol protocol, Slice slice, ConcernCast cast, IReadOnlyDictionary<string, string> substitutes)
    {
        this.protocol = protocol;
        vocabulary = protocol.Vocabulary;
        this.slice = slice;
        this.cast = cast;
        this.substitutes = substitutes;
        leaves = new RouteLeaves(vocabulary, slice);
        offices =
        [
            .. slice
                .Steps.SelectMany(step => ConcernCast.TermsOf(step.Who))
                .Select(term => term.Role?.Text)
                .OfType<string>()
                .Concat(substitutes.Values.Where(vocabulary.Roles.ContainsKey))
                .Distinct(StringComparer.Ordinal),
        ];
        singles = [.. cast.Singles.Select(role => PersonIn([role]))];
        pairs = [.. cast.Pairs.Select(PersonIn)];
    }

    public void Run(DateOnly? on, FoundExamples examples)
    {
        (day, found) = (on, examples);
        foreach (var by in singles)
        {
            foreach (var about in singles)
            {
                Follow(by, about);
            }
        }

        foreach (var pair in pairs)
        {
            foreach (var single in singles)
            {
                Follow(single, pair);
                Follow(pair, single);
            }
        }

        var holding = Castings.Holding(slice, day);
        if (!Array.Exists(slice.Dues, due => (due.Rules & holding) != 0))
        {
            found.Keep(new CounterExample(CounterKind.NoTimeLimit, slice.Act, [], [], [], "no step has a time limit", null, []));
        }
    }

    private Person PersonIn(string[] roles)
    {
        var numbers = Array.ConvertAll(roles, role => vocabulary.RoleIndex[role]);
        var act = vocabulary.Acts[slice.Act];
        var standing = string.Concat(
            offices.Select(office =>
                $"{(roles.Any(role => vocabulary.RoleIs(role, office)) ? 'h' : '-')}{(roles.Any(role => vocabulary.Relations.StandsAbove(vocabulary.RoleIndex[role], vocabulary.RoleIndex[office])) ? 'a' : '-')}"
            )
        );
        if (!standings.TryGetValue(standing, out var index))
        {
            standings[standing] = index = standings.Count;
        }

        return new Person(
            roles,
            numbers,
            numbers.Aggregate(slice.ByAnyone, (mask, role) => mask | slice.ByRole[role]),
            numbers.Aggregate(slice.AboutAnyone, (mask, role) => mask | slice.AboutRole[role]),
            Fits(act.By, roles),
            Fits(act.About, roles),
            index
        );
    }

    private bool Fits(IReadOnlyList<string> named, string[] roles) =>
        named.Count == 0 || named.Any(name => roles.Any(role => vocabulary.RoleIs(role, name)));

    private void Follow(Person by, Person about)
    {
        // Two people do not hold one office.
        if (
            !by.MayAct
            || !about.MayBeSubject
            || Array.Exists(by.Roles, role => about.Roles.Contains(role) && vocabulary.Roles[role].IsHeldByOne)
        )
        {
            return;
        }

        var candidates = by.By & slice.ToAnyone & Castings.Holding(slice, day) & about.About;
        foreach (var leaf in leaves.Of(candidates))
        {
            Follow(by, about, candidates, leaf);
        }
    }

    private void Follow(Person by, Person about, ulong candidates, RouteLeaf leaf)
    {
        Situation Make() =>
            SituationMaker.Make(vocabulary, leaves.Space, new Casting(by.Roles, [], about.Roles, candidates, 0, day, 0), leaf.Chosen);

        if (leaf.IsForbidden)
        {
            var forbidding = NormsOf(leaf.Rules);
            if (IsNew(CounterKind.Forbidden, by, about, string.Join(' ', forbidding)))
            {
                Keep(CounterKind.Forbidden, by, about, forbidding, "it may not be raised", Make(), []);
            }

            return;
        }

        if (leaf.Steps == 0)
        {
            if (IsNew(CounterKind.NoRoute, by, about, ""))
            {
                var situation = Make();
                var gap = protocol.Decide(situation).Gap;
                Keep(
                    CounterKind.NoRoute,
                    by,
                    about,
                    [],
                    $"no step is written{(gap is null ? "" : $". {gap.Says.TrimEnd('.')}")}",
                    situation,
                    []
                );
            }

            return;
        }

        if (leaf.TakenAway != 0)
        {
            NoteLost(by, about, leaf, Make);
        }

        var meeting = (leaf.Steps, leaf.Rules, by.Standing, about.Standing);
        if (!met.TryGetValue(meeting, out var remarks))
        {
            met[meeting] = remarks = Meet(by, about, leaf);
        }

        foreach (var remark in remarks)
        {
            if (!IsNew(remark.Kind, by, about, remark.JoinedNorms))
            {
                continue;
            }

            if (remark.Kind == CounterKind.NothingAfter)
            {
                found.Keep(new CounterExample(remark.Kind, slice.Act, [], [], remark.Norms, remark.Words(), Make(), []));
            }
            else
            {
                Keep(remark.Kind, by, about, remark.Norms, remark.Words(), Make(), remark.Council.People);
            }
        }
    }

    private void NoteLost(Person by, Person about, RouteLeaf leaf, Func<Situation> make)
    {
        if (!lost.TryGetValue(leaf, out var known))
        {
            var all = NormsOf(TakenAway(leaf));
            lost[leaf] = known = (all, string.Join(' ', all));
        }

        var (norms, joined) = known;
        if (norms.Length > 0 && IsNew(CounterKind.StepFallsAway, by, about, joined))
        {
            var taking = NormsOf(Overriders(leaf, TakenAway(leaf)));
            Keep(
                CounterKind.StepFallsAway,
                by,
                about,
                norms,
                $"{Clauses(taking)} takes the step of {Clauses(norms)} away, and nothing takes its place",
                make(),
                []
            );
        }
    }

    // What is to be said of a route when it meets these two, whatever else they are.
    private List<Remark> Meet(Person by, Person about, RouteLeaf leaf)
    {
        var route = RouteOf(leaf);
        var terms = route.SelectMany(step => ConcernCast.TermsOf(step.Who)).ToList();
        var said = new List<Remark>();
        Meet(route, new ModelCouncil(vocabulary, by.Roles, about.Roles, substitutes), "", said);
        foreach (var (role, of) in HeldByOther(by.Roles, about.Roles, terms))
        {
            Meet(
                route,
                new ModelCouncil(vocabulary, by.Roles, about.Roles, substitutes) { HeldByOtherParty = (role, of) },
                $", if {(of == ModelCouncil.Subject ? "the person who raises it" : "the person it is about")} is that {Label(role)}",
                said
            );
        }

        foreach (
            var office in terms
                .Select(term => term.Role?.Text)
                .OfType<string>()
                .Distinct()
                .Where(role => vocabulary.Roles[role].IsAppointed)
        )
        {
            Meet(
                route,
                new ModelCouncil(vocabulary, by.Roles, about.Roles, substitutes) { Vacant = office },
                $", if nobody has been named {Label(office)}",
                said
            );
        }

        return said;
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
                HeldBy(offices, Party.Actor, ModelCouncil.Actor).Where(office => about.Any(role => vocabulary.RoleIs(role, office.Role)))
            );

    private void Meet(List<RouteStep> route, ModelCouncil council, string given, List<Remark> said)
    {
        var steps = RouteResolver.Resolve(route, council.Parties, council);
        var last = steps.Where(step => !route.Exists(next => next.After == step.Step.Stage)).ToList();
        var ends = last.Exists(IsDealtWith);
        foreach (var step in steps.Where(step => !IsDealtWith(step)))
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
            Say(kind, step.Step.Citations.Select(citation => citation.Norm), _ => Words(kind, step, given));
        }

        if (!ends || given.Length > 0)
        {
            return;
        }

        var ending = last.SelectMany(step => step.Step.Citations).Select(citation => citation.Norm).Distinct().ToArray();
        Say(
            CounterKind.NothingAfter,
            ending,
            norms =>
                $"the route ends with {string.Join(" and ", Ends().Distinct())} ({Clauses(norms)}); what comes of it and where to go from there is not written"
        );
        if (last.TrueForAll(step => ConcernCast.TermsOf(step.Step.Who).All(term => term is { Role: not null, Party: Party.Actor })))
        {
            Say(
                CounterKind.EndsOnOwnSide,
                ending,
                norms =>
                    $"the route ends with {string.Join(" and ", Ends())} ({Clauses(norms)}), who has no say over the person it is about, and nothing says how it ends"
            );
        }

        IEnumerable<string> Ends() => last.Select(step => Explanation.InWords(step.Step.Who, vocabulary));

        void Say(CounterKind kind, IEnumerable<string> cited, Func<string[], string> words)
        {
            var norms = cited.ToArray();
            said.Add(new Remark(kind, norms, string.Join(' ', norms), () => words(norms), council));
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
        if (!routes.TryGetValue((leaf.Steps, leaf.Rules), out var route))
        {
            routes[(leaf.Steps, leaf.Rules)] = route = RouteOrder.Of(
                slice,
                leaf.Steps,
                tried: -1,
                rules => [.. NormsOf(rules & leaf.Rules).Select(protocol.Cite)]
            );
        }

        return route;
    }

    private string[] NormsOf(ulong rules) =>
        [.. DecisionBuilder.Bits(rules).Select(rule => slice.Rules[rule].Norm).Distinct(StringComparer.Ordinal)];

    private static string Clauses(IEnumerable<string> norms) =>
        string.Join(", ", norms.Select(norm => norm[(norm.IndexOf('/', StringComparison.Ordinal) + 1)..]));

    private string Label(string role) => SituationWords.Lower(vocabulary.Roles[role].Label);

    private bool IsNew(CounterKind kind, Person by, Person about, string norms) =>
        found.IsNew(kind, slice.Act, norms, by.Numbers, about.Numbers);

    private void Keep(
        CounterKind kind,
        Person by,
        Person about,
        string[] norms,
        string words,
        Situation situation,
        IReadOnlyList<KeyValuePair<string, string>> people
    ) =>
        found.Keep(
            new CounterExample(
                kind,
                slice.Act,
                by.Roles,
                about.Roles,
                norms,
                $"{words}{Alike("by", by.Roles)}{Alike("about", about.Roles)}",
                situation,
                people
            )
        );

    private string Alike(string place, string[] roles) =>
        roles.SelectMany(cast.Alike).ToList() is { Count: > 0 } others ? $". So too {place} {string.Join(", ", others.Select(Label))}" : "";

    /// <summary>Somebody who raises a concern or whom it is about.</summary>
    /// <param name="Roles">Their roles.</param>
    /// <param name="Numbers">The same as the vocabulary numbers them.</param>
    /// <param name="By">The rules that fit them as the one who acts.</param>
    /// <param name="About">The rules that fit them as the one it is about.</param>
    /// <param name="MayAct">Whether the act is theirs.</param>
    /// <param name="MayBeSubject">Whether it may be about them.</param>
    /// <param name="Standing">The same number for all who hold, and stand above, the same offices of the route.</param>
    private sealed record Person(string[] Roles, int[] Numbers, ulong By, ulong About, bool MayAct, bool MayBeSubject, int Standing);

    // Most of what could be said has been said of somebody else: the words are made when they are needed.
    private sealed record Remark(CounterKind Kind, string[] Norms, string JoinedNorms, Func<string> Words, ModelCouncil Council);
}
