using Comity.Protocols.Explanations;
using Comity.Protocols.Routes;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>
/// The way that a protocol lays down, with the people of this council in it: whoever is concerned, or close to somebody who is, is passed over
/// for the next whom the protocol writes or the council has stated; where there is none, the step is a gap and says so.
/// </summary>
public sealed class CouncilRoutes(RouteHolders register, ComityDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<CouncilStep>> ForAsync(
        IReadOnlyList<RouteStep> route,
        Parties parties,
        DateOnly day,
        Viewer reader,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(parties);
        ArgumentNullException.ThrowIfNull(reader);
        var holders = await register.ForAsync(route.Select(step => step.Who), parties, day, ct);
        var steps = RouteResolver.Resolve(route, parties, holders, day);
        var people = steps
            .SelectMany(step => step.Assigned.Select(one => one.Person).Concat(step.PassedOver.Select(one => one.Person)))
            .Where(person => Guid.TryParseExact(person, "N", out _))
            .Select(person => Guid.ParseExact(person, "N"))
            .ToHashSet();
        var names = await db
            .People.AsNoTracking()
            .Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => $"{person.Id:N}", person => person.FullName, ct);
        var known = await KnownToAsync(steps, parties, holders, reader, ct);
        return
        [
            .. steps.Select(step => new CouncilStep(
                step,
                [.. step.Assigned.Select(one => Words(one, names, holders))],
                [.. step.PassedOver.Select(one => Words(one, names, parties, holders, known))],
                step.GapIn is { } norm
                    ? $"Nobody can deal with this step ({norm}). The council has stated no substitute for the {Office(step)} who may."
                    : null
            )),
        ];
    }

    /// <summary>The declared relationships behind the skips that the reader may see: of the others only the skip is told.</summary>
    private async Task<HashSet<Guid>> KnownToAsync(
        IReadOnlyList<ResolvedStep> steps,
        Parties parties,
        OfficeHoldersOnDay holders,
        Viewer reader,
        CancellationToken ct
    )
    {
        var matters = steps.SelectMany(step => step.PassedOver).SelectMany(one => Relationships(one, parties, holders)).Distinct().ToList();
        var at = clock.GetUtcNow().UtcDateTime;
        return matters.Count == 0
            ? []
            : await db
                .Matters.AsNoTracking()
                .VisibleTo(db, reader, at)
                .Where(matter => matters.Contains(matter.Id))
                .Select(matter => matter.Id)
                .ToHashSetAsync(ct);
    }

    private static IEnumerable<Guid> Relationships(PassedOver one, Parties parties, OfficeHoldersOnDay holders) =>
        one.Reason == PassOverReason.HasDeclaredRelationship
            ? parties.Concerned.Select(party => holders.RelationshipOf(one.Person, party)).OfType<Guid>()
            : [];

    private static string Words(Assigned one, Dictionary<string, string> names, OfficeHoldersOnDay holders)
    {
        var name = names.GetValueOrDefault(one.Person, one.Person);
        var office = Spoken(one.Office);
        return one.Found switch
        {
            Found.AnotherHolder => $"{name}, another {office}",
            Found.OrElse => $"{name}, {office}, whom the protocol names next",
            Found.Substitute when holders.SubstituteIn(one.Person) is { } stated =>
                $"{name}, {stated.Title}, in place of the {office}: the council's own arrangement ({stated.Minute}), not the protocol's",
            _ => $"{name}, {office}",
        };
    }

    private static string Words(
        PassedOver one,
        Dictionary<string, string> names,
        Parties parties,
        OfficeHoldersOnDay holders,
        HashSet<Guid> known
    )
    {
        var who = $"{names.GetValueOrDefault(one.Person, one.Person)}, {Spoken(one.Office)}, is passed over";
        return one.Reason switch
        {
            PassOverReason.IsSubject => $"{who}: it is about them",
            PassOverReason.IsActor => $"{who}: they raised it",
            _ when Relationships(one, parties, holders).Any(known.Contains) =>
                $"{who}: they have declared a relationship with somebody whom it concerns",
            _ => $"{who}: they may not deal with this one",
        };
    }

    private static string Office(ResolvedStep step) => string.Join(" or ", step.Step.Who.Terms.Select(term => Spoken(term.ToString())));

    private static string Spoken(string office) => office.Replace('-', ' ');
}
