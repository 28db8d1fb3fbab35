using Comity.Service.People;

namespace Comity.Service.Demonstration;

/// <summary>The members: their seats, groups, offices and committees. One of them left during the year and another won the seat.</summary>
internal sealed class FictionalMembers(FictionalCouncil council, SeededNumbers numbers, DateOnly today)
{
    private const int SeatsPerWard = 3;

    private static readonly IReadOnlyList<(string Name, int Size)> Groups =
    [
        ("Kelderby Alliance", 33),
        ("Forward Together", 15),
        ("Valley Residents", 7),
        ("Civic Union", 5),
    ];

    private static readonly IReadOnlyList<string> Portfolios =
    [
        "Cabinet Member for Environment and Streets",
        "Cabinet Member for Homes",
        "Cabinet Member for Planning and the Economy",
        "Cabinet Member for Children and Schools",
        "Cabinet Member for Adults and Health",
        "Cabinet Member for Communities and Leisure",
        "Cabinet Member for Finance",
    ];

    private static readonly IReadOnlyList<string> Committees =
    [
        "Planning Committee",
        "Licensing Committee",
        "Audit and Governance Committee",
        "Personnel Committee",
        "Standards Committee",
        "Scrutiny Committee: Places",
        "Scrutiny Committee: People",
        "Scrutiny Committee: Resources",
    ];

    public IReadOnlyList<CastMember> Make()
    {
        var seats = new List<(Person Person, Ward Ward, DateOnly From)>();
        foreach (var name in FictionalPlaces.Wards)
        {
            var ward = council.Add(
                new Ward
                {
                    Id = council.NewId(),
                    Name = name,
                    From = council.Founded,
                }
            );
            for (var seat = 0; seat < SeatsPerWard; seat++)
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
        foreach (var (name, size) in Groups)
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

        var largest = sitting.Take(Groups[0].Size).ToList();
        var cabinet = Body(BodyKind.Committee, "Cabinet");
        Appoint(largest[0], "Leader of the Council", "leader-of-council");
        Sits(largest[0].Person, cabinet, Places.Chairman, largest[0].From);
        for (var i = 0; i < Portfolios.Count; i++)
        {
            // The deputy leader of the largest group sits in the cabinet too.
            var (person, _, from) = largest[i + 1];
            Appoint(largest[i + 1], Portfolios[i], "cabinet-member");
            Sits(person, cabinet, i == 0 ? Places.ViceChairman : Places.Member, from);
            leading.Add(person.Id);
        }

        Appoint(largest[^1], "Mayor of Kelderby", "mayor");
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
        for (var i = 0; i < Committees.Count; i++)
        {
            var committee = Body(BodyKind.Committee, Committees[i]);
            var seats = numbers.Shuffled(backBench.Skip(16)).Take(7).Prepend(backBench[(2 * i) + 1]).Prepend(backBench[2 * i]).ToList();
            for (var j = 0; j < seats.Count; j++)
            {
                Sits(
                    seats[j].Person,
                    committee,
                    j switch
                    {
                        0 => Places.Chairman,
                        1 => Places.ViceChairman,
                        _ => Places.Member,
                    },
                    seats[j].From
                );
            }
        }

        foreach (var name in new[] { "Kelder Valley Flood Partnership", "Borough Almshouses Trust" })
        {
            var body = Body(BodyKind.OutsideBody, name);
            foreach (var (person, _, from) in numbers.Shuffled(backBench).Take(2))
            {
                Sits(person, body, Places.Member, from);
            }
        }
    }

    private void Appoint((Person Person, Ward Ward, DateOnly From) seat, string title, string role) =>
        council.Holds(seat.Person, council.NewOffice(title, role), seat.From);

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
