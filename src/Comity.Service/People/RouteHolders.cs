using Comity.Protocols.Language;
using Comity.Protocols.Routes;
using Comity.Service.Arrangements;
using Comity.Service.Content;
using Comity.Service.Matters;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>
/// Finds who stands behind the offices that a protocol names, for the persons of one situation: "the line manager of the subject",
/// "the members of the actor's ward", "the Monitoring Officer". Only what the steps name is read.
/// </summary>
public sealed class RouteHolders(CouncilOnDate council, ViewerTokens tokens)
{
    public async Task<OfficeHoldersOnDay> ForAsync(IEnumerable<Who> steps, Parties parties, DateOnly day, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(parties);
        var found = new Dictionary<(string Role, string? Of), IReadOnlyList<string>>();
        foreach (var term in steps.SelectMany(Terms))
        {
            if (term.Role is not { } role)
            {
                continue;
            }

            string?[] of = term.Party is { } party ? [.. parties.In(party)] : [null];
            foreach (var person in of)
            {
                if (!found.ContainsKey((role.Text, person)))
                {
                    found[(role.Text, person)] = [.. (await FindAsync(role.Text, person, day, ct)).Select(id => $"{id:N}").Distinct()];
                }
            }
        }

        var substitutes = await SubstitutesAsync([.. found.Keys], day, ct);
        var everybody = found
            .Values.SelectMany(people => people)
            .Concat(substitutes.Values.SelectMany(all => all.Select(one => one.Person)))
            .Concat(parties.Concerned)
            .ToHashSet(StringComparer.Ordinal);
        return new OfficeHoldersOnDay(day, found, substitutes, await RelationshipsAsync(everybody, day, ct));
    }

    /// <summary>The holders of one role, or of one role as seen from a person, in the order in which they are asked.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(string role, string? of, CouncilDay day, CancellationToken ct = default)
    {
        if (of is null)
        {
            return People(await council.HoldersOfRoleAsync(role, day, ct));
        }

        return Guid.TryParseExact(of, "N", out var personId) ? await FindAsync(role, personId, day, ct) : [];
    }

    /// <summary>Those whom the council has stated for the roles: for everybody, or for the people of a service and its parts.</summary>
    private async Task<Dictionary<(string Role, string? Of), IReadOnlyList<SubstituteOnDay>>> SubstitutesAsync(
        IReadOnlyList<(string Role, string? Of)> asked,
        DateOnly day,
        CancellationToken ct
    )
    {
        var roles = asked.Select(one => one.Role).Distinct().ToList();
        var stated = await council
            .Facts<StatedSubstitute>(day)
            .Where(fact => roles.Contains(fact.Role))
            .OrderBy(fact => fact.From)
            .ThenBy(fact => fact.Id)
            .ToListAsync(ct);
        var found = new Dictionary<(string Role, string? Of), IReadOnlyList<SubstituteOnDay>>();
        if (stated.Count == 0)
        {
            return found;
        }

        var acting = (await council.ActingInAsync([.. stated.Select(fact => fact.OfficeId).Distinct()], day, ct)).ToLookup(held =>
            held.OfficeId
        );
        var services = await council.ServicesAsync(day, ct);
        foreach (var (role, of) in asked)
        {
            var path =
                of is not null && Guid.TryParseExact(of, "N", out var personId)
                    ? (await OwnOfficesAsync(personId, day, ct))
                        .Select(held => held.ServiceAreaId)
                        .OfType<Guid>()
                        .SelectMany(services.PathUp)
                        .ToHashSet()
                    : [];
            found[(role, of)] =
            [
                .. stated
                    .Where(fact => fact.Role == role && (fact.ServiceAreaId is not { } service || path.Contains(service)))
                    .SelectMany(fact =>
                        acting[fact.OfficeId].Select(held => new SubstituteOnDay($"{held.PersonId:N}", held.Title, fact.Minute))
                    ),
            ];
        }

        return found;
    }

    /// <summary>Which of these people have declared a relationship with which other of them, and the sealed matter of each.</summary>
    private async Task<Dictionary<(string Person, string Other), Guid>> RelationshipsAsync(
        IReadOnlyCollection<string> people,
        DateOnly day,
        CancellationToken ct
    )
    {
        var byToken = people
            .Where(person => Guid.TryParseExact(person, "N", out _))
            .ToDictionary(person => tokens.Person(Guid.ParseExact(person, "N"), ContentClass.Sealed), StringComparer.Ordinal);
        var known = byToken.Keys.ToList();
        var declared = await council
            .Facts<DeclaredRelationship>(day)
            .Where(fact => known.Contains(fact.PersonToken) && known.Contains(fact.OtherToken))
            .OrderBy(fact => fact.From)
            .ToListAsync(ct);
        return declared
            .GroupBy(fact => (byToken[fact.PersonToken], byToken[fact.OtherToken]))
            .ToDictionary(pair => pair.Key, pair => pair.First().MatterId);
    }

    private static IEnumerable<WhoTerm> Terms(Who who) => who.OrElse is null ? who.Terms : who.Terms.Concat(Terms(who.OrElse));

    private static IReadOnlyList<Guid> People(IEnumerable<HeldOffice> held) => [.. held.Select(one => one.PersonId).Distinct()];

    private async Task<IReadOnlyList<Guid>> FindAsync(string role, Guid personId, CouncilDay day, CancellationToken ct)
    {
        switch (role)
        {
            case "line-manager":
                return People(await council.LineManagersOfPersonAsync(personId, day, ct));
            case "ward-members":
                return await WardMembersAsync(personId, day, ct);
            case "group-leader":
                return await InGroupAsync(personId, Places.Leader, day, ct);
            case "group-contact":
                return await InGroupAsync(personId, Places.Contact, day, ct);
            case NamedContact.ServiceComplaintsOfficer or NamedContact.RegularSeniorOfficer:
                return await NamedAsync(personId, role, day, ct);
            default:
                return await AboveAsync(role, personId, day, ct);
        }
    }

    private async Task<IReadOnlyList<Guid>> WardMembersAsync(Guid personId, CouncilDay day, CancellationToken ct)
    {
        var members = new List<HeldOffice>();
        foreach (var ward in (await council.OfficesOfAsync(personId, day, ct)).Select(held => held.WardId).OfType<Guid>().Distinct())
        {
            members.AddRange(await council.WardMembersAsync(ward, day, ct));
        }

        return People(members);
    }

    private async Task<IReadOnlyList<Guid>> InGroupAsync(Guid personId, string place, CouncilDay day, CancellationToken ct)
    {
        var people = new List<Guid>();
        foreach (
            var group in (await council.PlacesOfAsync(personId, day, ct))
                .Where(one => one.Kind == BodyKind.PoliticalGroup)
                .DistinctBy(one => one.BodyId)
        )
        {
            people.AddRange((await council.InPlaceAsync(group.BodyId, place, day, ct)).Select(one => one.PersonId));
        }

        return people;
    }

    private async Task<IReadOnlyList<Guid>> NamedAsync(Guid personId, string contact, CouncilDay day, CancellationToken ct)
    {
        var people = new List<HeldOffice>();
        foreach (var service in (await OwnOfficesAsync(personId, day, ct)).Select(held => held.ServiceAreaId).OfType<Guid>().Distinct())
        {
            people.AddRange(await council.NamedContactsAsync(service, contact, day, ct));
        }

        return People(people);
    }

    /// <summary>
    /// The one responsible: the person's own office where it is of that rank; else the nearest of that rank up the line; else the nearest in
    /// the person's service or a larger one of which it is part.
    /// </summary>
    private async Task<IReadOnlyList<Guid>> AboveAsync(string role, Guid personId, CouncilDay day, CancellationToken ct)
    {
        var ranks = (await council.RolesForAsync([role], day, ct))[role];
        var own = await OwnOfficesAsync(personId, day, ct);
        if (own.FirstOrDefault(held => ranks.Contains(held.Role)) is { } same)
        {
            return People(await council.ActingInAsync([same.OfficeId], day, ct));
        }

        var above = await council.ManagementAboveAsync([.. own.Select(held => held.OfficeId)], day, ct);
        var held = await council.ActingInAsync([.. above.Select(step => step.OfficeId).Distinct()], day, ct);
        foreach (var step in above)
        {
            var there = held.Where(one => one.OfficeId == step.OfficeId && ranks.Contains(one.Role)).ToList();
            if (there.Count > 0)
            {
                return People(there);
            }
        }

        var services = await council.ServicesAsync(day, ct);
        foreach (var serviceId in own.Select(one => one.ServiceAreaId).OfType<Guid>().SelectMany(services.PathUp).Distinct())
        {
            var there = await council.HoldersInServiceAsync(serviceId, ranks, day, ct);
            if (there.Count > 0)
            {
                return People(there);
            }
        }

        return [];
    }

    private async Task<List<HeldOffice>> OwnOfficesAsync(Guid personId, CouncilDay day, CancellationToken ct) =>
        [.. (await council.OfficesOfAsync(personId, day, ct)).Where(held => !held.AsDeputy)];
}
