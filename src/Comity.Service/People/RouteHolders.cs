using Comity.Protocols.Language;
using Comity.Protocols.Routes;

namespace Comity.Service.People;

/// <summary>
/// Finds who stands behind the offices that a protocol names, for the persons of one situation: "the line manager of the subject",
/// "the members of the actor's ward", "the Monitoring Officer". Only what the steps name is read.
/// </summary>
public sealed class RouteHolders(CouncilOnDate council)
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

        return new OfficeHoldersOnDay(day, found);
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
