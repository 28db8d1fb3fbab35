using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Protocols.Routes;
using Comity.Protocols.Vocabularies;
using Comity.Service.Arrangements;
using Comity.Service.Kept;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Parties = Comity.Protocols.Routes.Parties;

namespace Comity.Service.Concerns;

/// <summary>
/// The one place where a concern meets the rules: the protocol in force says by which steps it goes, the council's register who that is today, and nobody hears what
/// concerns them, what they raised, or whom they are close to. Where the protocol leads to nobody, the council's own arrangement does; where there is
/// none either, the gap is shown and somebody who is no party says who hears it.
/// </summary>
public sealed class ConcernRules(Library library, RouteHolders holders, CouncilOnDate council, ArrangementsInForce arrangements)
{
    /// <summary>That somebody is asked who hears it, where the protocol and the council leave it open, is Comity's own safeguard.</summary>
    public const string LedToNobody = "comity/led-to-nobody";

    // Whoever raises it says that the line manager is nobody to go to (wigan 5.3): they are not met again in another office of theirs.
    private const string LineManagerUnsuitable = "line-manager-unsuitable";

    // Who can say who hears a concern where the text asks nobody: the officer for lawful conduct (Local Government and Housing Act 1989, s.5), then whoever runs the
    // council's business, then whoever presides over it.
    private static readonly string[] Askers =
    [
        "monitoring-officer",
        "clerk",
        "chief-executive",
        "head-of-paid-service",
        "chairman-of-council",
    ];

    public async Task<ConcernAnswer> AskAsync(ConcernCase concern, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(concern);
        var read = await library.OnAsync(concern.On, cancellationToken);
        var register = await council.RegisterAsync(concern.On, cancellationToken);
        var decision = read.Protocol.Decide(SituationOf(read, register, concern));
        var parties = PartiesOf(concern);
        var who = decision.Route.Select(step => step.Who).Concat(decision.Walls.Select(wall => wall.Who)).Concat(Asked(decision));
        var found = await holders.ForAsync([.. who], parties, concern.On, cancellationToken);
        var shut = ShutFrom(concern, register);
        var free = new HoldersWithout(found, shut.Select(Id).ToHashSet(StringComparer.Ordinal));
        var steps = RouteResolver.Resolve(decision.Route, parties, free, concern.On);
        var doors = new Doors(read.Vocabulary, register, parties, found, free, concern);
        var open = decision.Outcome == Outcome.NeedsFacts ? [] : doors.First(steps);
        if (open.Count == 0 && decision.Outcome != Outcome.NeedsFacts)
        {
            open =
                await ArrangedAsync(concern, cancellationToken) is { } arranged ? [arranged]
                : doors.SaysWhoHears(Asked(decision)) is { } asked ? [asked]
                : [];
        }

        return new ConcernAnswer
        {
            Read = read,
            Decision = decision,
            Steps = steps,
            Turning = decision.Outcome == Outcome.NeedsFacts ? [] : Turning(read, decision),
            Doors = open,
            PassedBy = open is [var first, ..]
                ? [.. steps.TakeWhile(step => step.Step.Stage != first.Stage).Where(step => step.GapIn is not null)]
                : [.. steps],
            KeptOut = [.. KeptOut(decision, parties, found, register).Concat(shut.Select(register.NameOf).OfType<string>()).Distinct()],
        };
    }

    /// <summary>Whoever may not hear it beside the parties: those who were shut out, and the line manager who is said to be nobody to go to.</summary>
    public static IReadOnlyList<Guid> ShutFrom(ConcernCase concern, CouncilRegister register)
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(register);
        return concern.Facts.GetValueOrDefault(LineManagerUnsuitable) == "yes"
            ? [.. concern.Shut, .. register.LineManagersOfPerson(concern.About, concern.On).Select(held => held.PersonId)]
            : concern.Shut;
    }

    /// <summary>What the protocol says to an officer who would take a matter of the own job to a member; nothing where it is silent.</summary>
    /// <param name="aboutColleague">Whether it is a charge against a colleague, and not the own job.</param>
    public IReadOnlyList<Guidance> OwnJob(ReadTogether read, bool aboutColleague = false)
    {
        ArgumentNullException.ThrowIfNull(read);
        var taking = Situation
            .In(read.Vocabulary)
            .Act("raise-personal-matter")
            .By(RolesOnDay.Officer)
            .With("matter-about", aboutColleague ? "other-officer" : "own-job");
        var says = read.Protocol.Decide(taking.Build());
        return [.. says.Shows.Where(show => show.Citation.Layer == Layer.Protocol && says.DecidedBy.Contains(show.Citation))];
    }

    /// <summary>The texts in force on a day.</summary>
    public Task<ReadTogether> ReadOnAsync(DateOnly on, CancellationToken cancellationToken) => library.OnAsync(on, cancellationToken);

    /// <summary>What the protocol says to this person's taking charge of it.</summary>
    /// <param name="alone">Nobody else hears it with them.</param>
    /// <param name="facts">What is known besides, by the fact's name.</param>
    public async Task<Decision> HandlingAsync(
        ConcernCase concern,
        Guid hearer,
        bool alone,
        IReadOnlyDictionary<string, string> facts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(facts);
        var read = await library.OnAsync(concern.On, cancellationToken);
        var register = await council.RegisterAsync(concern.On, cancellationToken);
        var situation = Situation.In(read.Vocabulary).Act("handle-concern").On(concern.On);
        situation = RolesOnDay.Of(register, read.Vocabulary, hearer, concern.On).Aggregate(situation, (so, role) => so.By(role));
        situation = RolesOnDay.Of(register, read.Vocabulary, concern.About, concern.On).Aggregate(situation, (so, role) => so.About(role));
        situation = situation
            .With("sole-handler", alone)
            .With("actor-is-subject", hearer == concern.About)
            .With("actor-raised-it", hearer == concern.RaisedBy)
            .With("raised-by", RaisedByIn(read.Vocabulary, register, concern));
        foreach (var (name, value) in facts)
        {
            situation = situation.With(name, value);
        }

        return read.Protocol.Decide(situation.Build());
    }

    /// <summary>What the protocol says to settling it: informally first, with whose help, and what is on record before a statutory officer is drawn in.</summary>
    /// <param name="facts">What is known besides, by the fact's name.</param>
    public Task<Decision> SettlingAsync(
        ConcernCase concern,
        Guid person,
        IReadOnlyDictionary<string, string> facts,
        CancellationToken cancellationToken
    ) => DoingAsync("resolve-concern", concern, person, facts, cancellationToken);

    /// <summary>What the protocol says to acting against the officer whom it is about: by which rules alone that is done.</summary>
    public Task<Decision> DisciplineAsync(ConcernCase concern, Guid person, CancellationToken cancellationToken) =>
        DoingAsync("discipline-officer", concern, person, new Dictionary<string, string>(), cancellationToken);

    private async Task<Decision> DoingAsync(
        string act,
        ConcernCase concern,
        Guid person,
        IReadOnlyDictionary<string, string> facts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(facts);
        var read = await library.OnAsync(concern.On, cancellationToken);
        var register = await council.RegisterAsync(concern.On, cancellationToken);
        var so = Situation.In(read.Vocabulary).Act(act).On(concern.On);
        so = RolesOnDay.Of(register, read.Vocabulary, person, concern.On).Aggregate(so, (built, role) => built.By(role));
        so = RolesOnDay.Of(register, read.Vocabulary, concern.About, concern.On).Aggregate(so, (built, role) => built.About(role));
        foreach (var (name, value) in concern.Facts.Concat(facts).Where(fact => read.Vocabulary.Facts.ContainsKey(fact.Key)))
        {
            so = so.With(name, value);
        }

        return read.Protocol.Decide(so.Build());
    }

    /// <summary>Whether somebody holds a post that the law requires.</summary>
    public async Task<bool> IsStatutoryAsync(Guid person, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var register = await council.RegisterAsync(on, cancellationToken);
        return RolesOnDay.Of(register, read.Vocabulary, person, on).Any(role => read.Vocabulary.RoleIs(role, "statutory-officer"));
    }

    /// <summary>Whether this person may hear it at all: no party to it, and close to none.</summary>
    public async Task<bool> MayHearAsync(ConcernCase concern, Guid personId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(concern);
        if (personId == concern.About || personId == concern.RaisedBy || concern.Shut.Contains(personId))
        {
            return false;
        }

        var parties = PartiesOf(concern);
        var asked = new Parties([.. parties.Actors, Id(personId)], [], parties.Subjects);
        var found = await holders.ForAsync([], asked, concern.On, cancellationToken);
        return parties.Concerned.All(party => !found.HaveDeclaredRelationship(Id(personId), party, concern.On));
    }

    /// <summary>Whoever is shown that somebody went on although the protocol says "should not": the Monitoring Officer, or the next who is no party.</summary>
    public async Task<Hearer?> OverseerAsync(ConcernCase concern, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(concern);
        var read = await library.OnAsync(concern.On, cancellationToken);
        var register = await council.RegisterAsync(concern.On, cancellationToken);
        var parties = PartiesOf(concern);
        List<Who> asked = [.. Askers.Select(Office)];
        var found = await holders.ForAsync(asked, parties, concern.On, cancellationToken);
        var free = new HoldersWithout(found, concern.Shut.Select(Id).ToHashSet(StringComparer.Ordinal));
        return new Doors(read.Vocabulary, register, parties, found, free, concern).SaysWhoHears(asked)?.Hearers[0];
    }

    private async Task<ConcernDoor?> ArrangedAsync(ConcernCase concern, CancellationToken cancellationToken) =>
        await arrangements.FindAsync(ArrangementKeys.ConcernWithoutAWay, concern.On, cancellationToken) is { } stated
            ? await OfficeAsync(concern, stated, cancellationToken)
            : null;

    /// <summary>Whoever holds an office that the council has settled, and is no party; null where there is nobody.</summary>
    public async Task<ConcernDoor?> OfficeAsync(ConcernCase concern, Arrangement stated, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(stated);
        var read = await library.OnAsync(concern.On, cancellationToken);
        var register = await council.RegisterAsync(concern.On, cancellationToken);
        var (who, parties) = (Office(stated.Value), PartiesOf(concern));
        var found = await holders.ForAsync([who], parties, concern.On, cancellationToken);
        var free = new HoldersWithout(found, concern.Shut.Select(Id).ToHashSet(StringComparer.Ordinal));
        return new Doors(read.Vocabulary, register, parties, found, free, concern).Arranged(who, stated);
    }

    // Two facts may turn the way together and neither alone: criticised in public, and a breach of the code (wigan 4.1).
    private static List<Fact> Turning(ReadTogether read, Decision decision)
    {
        var way = FirstOf(decision);
        var presumed = decision.Presumptions.Where(one => one.Fact.Name != Fact.UnresolvedAt && one.Fact.Choices.Count > 0).ToList();
        var otherwise = presumed
            .SelectMany(one => one.Fact.Choices.Where(choice => choice.Name != one.Value).Select(choice => (one.Fact, choice.Name)))
            .ToList();
        var alone = otherwise.Where(one => FirstOf(With(one)) != way).Select(one => one.Fact).ToHashSet();
        var together = otherwise
            .Where(one => !alone.Contains(one.Fact))
            .Where(one =>
                otherwise.Exists(other => !alone.Contains(other.Fact) && other.Fact != one.Fact && FirstOf(With(one, other)) != way)
            )
            .Select(one => one.Fact)
            .ToHashSet();
        return [.. presumed.Select(one => one.Fact).Where(fact => alone.Contains(fact) || together.Contains(fact))];

        Decision With(params ReadOnlySpan<(Fact Fact, string Value)> said)
        {
            var so = decision.Situation.ToBuilder();
            foreach (var (fact, value) in said)
            {
                so = so.With(fact.Name, value);
            }

            return read.Protocol.Decide(so.Build());
        }
    }

    // What comes later is for whoever hears it to find out.
    private static string FirstOf(Decision decision) =>
        string.Join('|', decision.Route.Where(step => step.Level == 0).Select(step => $"{step.Stage}:{step.Who}"));

    private static Situation SituationOf(ReadTogether read, CouncilRegister register, ConcernCase concern)
    {
        var vocabulary = read.Vocabulary;
        var situation = Situation.In(vocabulary).Act(concern.Act).On(concern.On);
        IReadOnlyList<string> by = concern.RaisedBy is { } person
            ? RolesOnDay.Of(register, vocabulary, person, concern.On)
            : [RolesOnDay.Public];
        situation = by.Aggregate(situation, (so, role) => so.By(role));
        situation = RolesOnDay.Of(register, vocabulary, concern.About, concern.On).Aggregate(situation, (so, role) => so.About(role));
        situation = concern.Facts.Aggregate(situation, (so, fact) => so.With(fact.Key, fact.Value));
        return (concern.UnresolvedAt is { } stage ? situation.With(Fact.UnresolvedAt, stage) : situation).Build();
    }

    private static string RaisedByIn(Vocabulary vocabulary, CouncilRegister register, ConcernCase concern) =>
        concern.RaisedBy is not { } person ? "public"
        : RolesOnDay.Of(register, vocabulary, person, concern.On).Any(role => vocabulary.RoleIs(role, RolesOnDay.Member))
            ? RolesOnDay.Member
        : RolesOnDay.Officer;

    private static Parties PartiesOf(ConcernCase concern) =>
        new(concern.RaisedBy is { } person ? [Id(person)] : [], [], [Id(concern.About)]);

    private static List<Who> Asked(Decision decision) => [.. new[] { decision.Ask }.OfType<Who>(), .. Askers.Select(Office)];

    /// <summary>In words, for whoever raises it: whom it is about, and whom the protocol keeps out besides.</summary>
    private static IReadOnlyList<string> KeptOut(Decision decision, Parties parties, OfficeHoldersOnDay found, CouncilRegister register)
    {
        var names = new List<string>();
        foreach (var id in parties.Subjects)
        {
            names.Add(register.NameOf(Guid.ParseExact(id, "N")) ?? "");
        }

        foreach (var term in decision.Walls.Where(wall => !wall.IsVisible).SelectMany(wall => wall.Who.Terms))
        {
            if (term.Role is not { } role)
            {
                continue;
            }

            string?[] of = term.Party is { } party ? [.. parties.In(party)] : [null];
            names.AddRange(
                of.SelectMany(one => found.HoldersOf(role.Text, one, null))
                    .Select(id => register.NameOf(Guid.ParseExact(id, "N")))
                    .OfType<string>()
            );
        }

        return [.. names.Distinct()];
    }

    private static Who Office(string role) => new([new WhoTerm(new Name(role, new Location("office", 0, 0)), null)], AnyOne: true, null);

    private static string Id(Guid person) => person.ToString("N", CultureInfo.InvariantCulture);
}
