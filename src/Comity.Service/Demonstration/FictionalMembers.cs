using Comity.Service.People;

namespace Comity.Service.Demonstration;

/// <summary>The members: their seats, groups, offices and committees. One of them left during the year and another won the seat.</summary>
internal sealed class FictionalMembers(FictionalCouncil council, SeededNumbers numbers, DateOnly today)
{
    public IReadOnlyList<CastMember> Make()
    {
        var seats = new List<(Person Person, Ward Ward, DateOnly From)>();
        foreach (var (name, places) in council.Council.Wards)
        {
            var ward = council.Add(
                new Ward
                {
                    Id = council.NewId(),
                    Name = name,
                    From = council.Founded,
                }
            );
            for (var seat = 0; seat < places; seat++)
            {
                seats.Add((council.NewPerson(), ward, today.AddDays(-numbers.Between(430, 3900))));
            }
        }

        // The last seat was won during the year, after its holder had gone.
        var vacated = seats[^1];
        var office = default(Office);
        foreach (var (person, ward, from) in seats)
        {
            office = council.NewOffice($"Member for {ward.Name}", "member", wardId: ward.Id);
            if (person != vacated.Person)
            {
                council.Holds(person, office, from, basis: "elected");
            }
        }

        var left = today.AddDays(-121);
        var won = today.AddDays(-86);
        council.Holds(vacated.Person, office!, vacated.From, left, "elected");
        var newcomer = council.NewPerson();
        council.Holds(newcomer, office!, won, basis: "elected at a by-election");
        var sitting = numbers.Shuffled<(Person Person, Ward Ward, DateOnly From)>([.. seats.SkipLast(1), (newcomer, vacated.Ward, won)]);

        var senior = MakeGroups(sitting);
        return
        [
            .. sitting.Select(seat => new CastMember(seat.Person, seat.Ward, senior.Contains(seat.Person.Id), seat.From, null)),
            new CastMember(vacated.Person, vacated.Ward, false, vacated.From, left),
        ];
    }

    private HashSet<Guid> MakeGroups(IReadOnlyList<(Person Person, Ward Ward, DateOnly From)> sitting)
    {
        var leading = new HashSet<Guid>();
        var taken = 0;
        foreach (var (name, size) in council.Council.Groups)
        {
            var body = Body(BodyKind.PoliticalGroup, name);
            var inGroup = sitting.Skip(taken).Take(size).ToList();
            taken += size;
            for (var i = 0; i < inGroup.Count; i++)
            {
                Sits(inGroup[i].Person, body, PlaceOf(i), inGroup[i].From);
                if (i == 0)
                {
                    leading.Add(inGroup[i].Person.Id);
                }
            }
        }

        var bodies = new Dictionary<string, Body>(StringComparer.Ordinal);
        foreach (var office in council.Council.MemberOffices)
        {
            var seat = sitting[office.Seat];
            Appoint(seat, office.Title, office.Role);
            if (office.Body is { } name)
            {
                if (!bodies.TryGetValue(name, out var body))
                {
                    bodies[name] = body = Body(BodyKind.Committee, name);
                }

                Sits(seat.Person, body, office.Place, seat.From);
            }

            if (office.Leads)
            {
                leading.Add(seat.Person.Id);
            }
        }

        MakeCommittees([.. sitting.Where(seat => !leading.Contains(seat.Person.Id))]);
        return leading;
    }

    private static string PlaceOf(int position) =>
        position switch
        {
            0 => Places.Leader,
            1 => Places.DeputyLeader,
            2 => Places.Spokesperson,
            3 => Places.Contact,
            _ => Places.Member,
        };

    private void MakeCommittees(IReadOnlyList<(Person Person, Ward Ward, DateOnly From)> backBench)
    {
        var committees = council.Council.Committees;
        for (var i = 0; i < committees.Count; i++)
        {
            var committee = committees[i];
            var body = Body(BodyKind.Committee, committee.Name);
            var seats = numbers
                .Shuffled(backBench.Skip(2 * committees.Count))
                .Take(committee.Size - 2)
                .Prepend(backBench[(2 * i) + 1])
                .Prepend(backBench[2 * i])
                .ToList();
            for (var j = 0; j < seats.Count; j++)
            {
                Sits(
                    seats[j].Person,
                    body,
                    j switch
                    {
                        0 => Places.Chairman,
                        1 => Places.ViceChairman,
                        _ => Places.Member,
                    },
                    seats[j].From
                );
                if ((j == 0 ? committee.ChairmanRole : committee.MemberRole) is { } role)
                {
                    Appoint(seats[j], $"{(j == 0 ? "Chairman" : "Member")} of the {committee.Name}", role);
                }
            }
        }

        foreach (var name in council.Council.OutsideBodies)
        {
            var body = Body(BodyKind.OutsideBody, name);
            foreach (var (person, _, from) in numbers.Shuffled(backBench).Take(2))
            {
                Sits(person, body, Places.Member, from);
            }
        }
    }

    private void Appoint((Person Person, Ward Ward, DateOnly From) seat, string title, string role)
    {
        var office = council.NewOffice(title, role);
        council.Holds(seat.Person, office, seat.From);
        council.Remember(seat.Person, office);
    }

    private Body Body(BodyKind kind, string name) =>
        council.Add(
            new Body
            {
                Id = council.NewId(),
                Kind = kind,
                Name = name,
                From = council.Founded,
            }
        );

    private void Sits(Person person, Body body, string place, DateOnly from) =>
        council.Add(
            new Membership
            {
                Id = council.NewId(),
                PersonId = person.Id,
                BodyId = body.Id,
                Place = place,
                From = from,
                RecordedAt = council.RecordedAt,
            }
        );
}
