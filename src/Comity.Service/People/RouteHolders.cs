using Comity.Protocols.Language;
using Comity.Protocols.Routes;
using Comity.Service.Content;
using Comity.Service.Kept;
using Comity.Service.Matters;

namespace Comity.Service.People;

/// <summary>
/// Finds who stands behind the offices that a protocol names, for the persons of one situation: "the line manager of the subject",
/// "the members of the actor's ward", "the Monitoring Officer". Only what the steps name is looked up.
/// </summary>
public sealed class RouteHolders(CouncilOnDate council, ViewerTokens tokens)
{
    public async Task<OfficeHoldersOnDay> ForAsync(IEnumerable<Who> steps, Parties parties, DateOnly day, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(parties);
        var register = await council.RegisterAsync(day, ct);
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
                    found[(role.Text, person)] = [.. Find(register, role.Text, person, day).Select(id => $"{id:N}").Distinct()];
                }
            }
        }

        var substitutes = Substitutes(register, [.. found.Keys], day);
        var everybody = found
            .Values.SelectMany(people => people)
            .Concat(substitutes.Values.SelectMany(all => all.Select(one => one.Person)))
            .Concat(parties.Concerned)
            .ToHashSet(StringComparer.Ordinal);
        return new OfficeHoldersOnDay(day, found, substitutes, Relationships(register, everybody, day));
    }

    /// <summary>The holders of one role, or of one role as seen from a person, in the order in which they are asked.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(string role, string? of, CouncilDay day, CancellationToken ct = default) =>
        Find(await council.RegisterAsync(day, ct), role, of, day.On);

    private static IReadOnlyList<Guid> Find(CouncilRegister register, string role, string? of, DateOnly on)
    {
        if (of is null)
        {
            return People(register.HoldersOfRole(role, on));
        }

        return Guid.TryParseExact(of, "N", out var personId) ? Find(register, role, personId, on) : [];
    }

    /// <summary>Those whom the council has stated for the roles: for everybody, or for the people of a service and its parts.</summary>
    private static Dictionary<(string Role, string? Of), IReadOnlyList<SubstituteOnDay>> Substitutes(
        CouncilRegister register,
        IReadOnlyList<(string Role, string? Of)> asked,
        DateOnly day
    )
    {
        var found = new Dictionary<(string Role, string? Of), IReadOnlyList<SubstituteOnDay>>();
        foreach (var (role, of) in asked)
        {
            var stated = register.SubstitutesFor(role, day).ToList();
            if (stated.Count == 0)
            {
                continue;
            }

            var services = register.Services(day);
            var path =
                of is not null && Guid.TryParseExact(of, "N", out var personId)
                    ? OwnOffices(register, personId, day)
                        .Select(held => held.ServiceAreaId)
                        .OfType<Guid>()
                        .SelectMany(services.PathUp)
                        .ToHashSet()
                    : [];
            found[(role, of)] =
            [
                .. stated
                    .Where(fact => fact.ServiceAreaId is not { } service || path.Contains(service))
                    .SelectMany(fact =>
                        register
                            .ActingIn([fact.OfficeId], day)
                            .Select(held => new SubstituteOnDay($"{held.PersonId:N}", held.Title, fact.Minute))
                    ),
            ];
        }

        return found;
    }

    /// <summary>Which of these people have declared a relationship with which other of them, and the sealed matter of each.</summary>
    private Dictionary<(string Person, string Other), Guid> Relationships(
        CouncilRegister register,
        IReadOnlyCollection<string> people,
        DateOnly day
    )
    {
        var byToken = people
            .Where(person => Guid.TryParseExact(person, "N", out _))
            .ToDictionary(person => tokens.Person(Guid.ParseExact(person, "N"), ContentClass.Sealed), StringComparer.Ordinal);
        var found = new Dictionary<(string Person, string Other), Guid>();
        foreach (var (token, person) in byToken)
        {
            foreach (var fact in register.RelationshipsOf(token, day))
            {
                if (byToken.TryGetValue(fact.OtherToken, out var other))
                {
                    found.TryAdd((person, other), fact.MatterId);
                }
            }
        }

        return found;
    }

    private static IEnumerable<WhoTerm> Terms(Who who) => who.OrElse is null ? who.Terms : who.Terms.Concat(Terms(who.OrElse));

    private static IReadOnlyList<Guid> People(IEnumerable<HeldOffice> held) => [.. held.Select(one => one.PersonId).Distinct()];

    private static IReadOnlyList<Guid> Find(CouncilRegister register, string role, Guid personId, DateOnly on) =>
        role switch
        {
            "line-manager" => People(register.LineManagersOfPerson(personId, on)),
            "ward-members" => People(
                register
                    .OfficesOf(personId, on)
                    .Select(held => held.WardId)
                    .OfType<Guid>()
                    .Distinct()
                    .SelectMany(ward => register.WardMembers(ward, on))
            ),
            "group-leader" => InGroup(register, personId, Places.Leader, on),
            "group-contact" => InGroup(register, personId, Places.Contact, on),
            NamedContact.ServiceComplaintsOfficer or NamedContact.RegularSeniorOfficer => People(
                OwnOffices(register, personId, on)
                    .Select(held => held.ServiceAreaId)
                    .OfType<Guid>()
                    .Distinct()
                    .SelectMany(service => register.NamedContacts(service, role, on))
            ),
            _ => Above(register, role, personId, on),
        };

    private static IReadOnlyList<Guid> InGroup(CouncilRegister register, Guid personId, string place, DateOnly on) =>
        [
            .. register
                .PlacesOf(personId, on)
                .Where(one => one.Kind == BodyKind.PoliticalGroup)
                .DistinctBy(one => one.BodyId)
                .SelectMany(group => register.MembersOf(group.BodyId, on))
                .Where(one => one.Place == place)
                .Select(one => one.PersonId),
        ];

    /// <summary>
    /// The one responsible: the person's own office where it is of that rank; else the nearest of that rank up the line; else the nearest in
    /// the person's service or a larger one of which it is part.
    /// </summary>
    private static IReadOnlyList<Guid> Above(CouncilRegister register, string role, Guid personId, DateOnly on)
    {
        var ranks = register.RolesFor(role, on);
        var own = OwnOffices(register, personId, on);
        if (own.Find(held => ranks.Contains(held.Role)) is { } same)
        {
            return People(register.ActingIn([same.OfficeId], on));
        }

        foreach (var step in register.ManagementAbove(own.Select(held => held.OfficeId), on))
        {
            var there = register.ActingIn([step.OfficeId], on).Where(one => ranks.Contains(one.Role)).ToList();
            if (there.Count > 0)
            {
                return People(there);
            }
        }

        var services = register.Services(on);
        foreach (var serviceId in own.Select(one => one.ServiceAreaId).OfType<Guid>().SelectMany(services.PathUp).Distinct())
        {
            var there = register.HoldersInService(serviceId, ranks, on);
            if (there.Count > 0)
            {
                return People(there);
            }
        }

        return [];
    }

    private static List<HeldOffice> OwnOffices(CouncilRegister register, Guid personId, DateOnly on) =>
        [.. register.OfficesOf(personId, on).Where(held => !held.AsDeputy)];
}
