using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Protocols.Routes;
using Comity.Service.Arrangements;
using Comity.Service.Kept;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Parties = Comity.Protocols.Routes.Parties;

namespace Comity.Service.Concerns;

/// <summary>Makes the ways of a concern out of the steps of its route: who in the council that is today, and in which office.</summary>
internal sealed class Doors(
    Vocabulary vocabulary,
    CouncilRegister register,
    Parties parties,
    OfficeHoldersOnDay found,
    IOfficeHolders free,
    ConcernCase concern
)
{
    /// <summary>The ways of the earliest steps in which there is somebody; steps of the same rank stand side by side, and a step with "or" is a way for each.</summary>
    public IReadOnlyList<ConcernDoor> First(IReadOnlyList<ResolvedStep> steps) =>
        steps
            .GroupBy(step => step.Step.Level)
            .OrderBy(level => level.Key)
            .Select(level => level.SelectMany(Of).ToList())
            .FirstOrDefault(doors => doors.Count > 0)
        ?? [];

    /// <summary>Whom the council has settled for concerns that its protocol leads to nobody with.</summary>
    public ConcernDoor? Arranged(Who who, Arrangement stated) =>
        Hearers(RouteResolver.Find(who, parties, free, concern.On), stated.AsSource()) is { Count: > 0 } hearers
            ? new ConcernDoor(
                ConcernDoor.Arranged,
                stated.AsSource(),
                "The council has settled who hears what its protocol leads to nobody with. It is the council’s choice, not the protocol’s.",
                [.. hearers.Take(1).Select(hearer => hearer with { Minute = stated.Minute })]
            )
            : null;

    /// <summary>The first who may say who hears it.</summary>
    public ConcernDoor? SaysWhoHears(IEnumerable<Who> asked)
    {
        foreach (var who in asked)
        {
            if (Hearers(RouteResolver.Find(who, parties, free, concern.On), ConcernRules.LedToNobody) is [var first, ..])
            {
                return new ConcernDoor(
                    ConcernDoor.NobodyNamed,
                    ConcernRules.LedToNobody,
                    "The protocol leads to nobody who can hear it, and the council has settled nothing for that.",
                    [first]
                )
                {
                    SaysWhoHears = true,
                };
            }
        }

        return null;
    }

    private IEnumerable<ConcernDoor> Of(ResolvedStep step)
    {
        var citation = step.Step.Citations[0];
        var source = citation.AsSource();
        if (step.Step.Who.Terms.All(term => term is { Role: null, Party: Party.Subject }))
        {
            return [new ConcernDoor(step.Step.Stage, source, citation.Words, []) { IsTalk = true }];
        }

        if (step.GapIn is not null)
        {
            return [];
        }

        var hearers = Hearers(step.Assigned, source);
        return step.Step.Who.AnyOne && !step.Step.Who.Terms.All(IsBody)
                ? hearers.Select(hearer => new ConcernDoor(step.Step.Stage, source, citation.Words, [hearer]))
            : hearers.Count > 0 ? [new ConcernDoor(step.Step.Stage, source, citation.Words, hearers)]
            : [];
    }

    private bool IsBody(WhoTerm term) => term.Role is { } role && vocabulary.IsBody(role.Text);

    private List<Hearer> Hearers(IEnumerable<Assigned> assigned, string source) =>
        [.. assigned.SelectMany(Everybody).Select(one => HearerOf(one, source)).OfType<Hearer>().DistinctBy(hearer => hearer.PersonId)];

    // A body hears it with all of its members who may, not with the first of them alone.
    private IEnumerable<Assigned> Everybody(Assigned one)
    {
        var (role, of) = RoleAndParty(one.Office);
        return vocabulary.IsBody(role) && one.Found is Found.AsWritten or Found.AnotherHolder or Found.OrElse
            ? (
                of is { } party
                    ? parties.In(party).SelectMany(person => found.HoldersOf(role, person, null))
                    : found.HoldersOf(role, null, null)
            )
                .Where(person =>
                    !parties.Concerned.Contains(person)
                    && !parties.Concerned.Any(party => free.HaveDeclaredRelationship(person, party, concern.On))
                )
                .Select(person => one with { Person = person })
            : [one];
    }

    private Hearer? HearerOf(Assigned one, string source)
    {
        if (!Guid.TryParseExact(one.Person, "N", out var person) || register.NameOf(person) is not { } name)
        {
            return null;
        }

        var stoodIn = one.Found == Found.Substitute ? found.SubstituteIn(one.Person) : null;
        var roles = register.RolesFor(RoleAndParty(one.Office).Role, concern.On);
        var above = register
            .ManagementAbove(
                parties
                    .Concerned.SelectMany(party => register.OfficesOf(Guid.ParseExact(party, "N"), concern.On))
                    .Where(held => !held.AsDeputy)
                    .Select(held => held.OfficeId),
                concern.On
            )
            .Select(step => step.OfficeId)
            .ToHashSet();
        var office = register
            .OfficesOf(person, concern.On)
            .OrderByDescending(held => stoodIn is null ? roles.Contains(held.Role) : held.Title == stoodIn.Title)
            .ThenByDescending(held => above.Contains(held.OfficeId))
            .FirstOrDefault();
        return office is null ? null : new Hearer(person, office.OfficeId, name, office.Title, source, stoodIn?.Minute);
    }

    private static (string Role, Party? Of) RoleAndParty(string office)
    {
        var words = office.Split(" of ", 2);
        return (
            words[0],
            words is [_, var party]
                ? party switch
                {
                    "actor" => Party.Actor,
                    "recipient" => Party.Recipient,
                    _ => Party.Subject,
                }
                : null
        );
    }
}
