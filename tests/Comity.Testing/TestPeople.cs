using System.Collections.Concurrent;
using Comity.Protocols;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;

namespace Comity.Testing;

/// <summary>
/// A small council for tests: two wards, two groups, two services with a named contact, a head and a director, a clerk and a Monitoring Officer.
/// </summary>
public sealed record TestPeople
{
    public static readonly DateOnly Since = new(2024, 5, 2);

    public Guid Highways { get; init; }
    public Guid Housing { get; init; }

    /// <summary>A service that has named no contact and has no chief officer.</summary>
    public Guid Orphaned { get; init; }
    public Guid EastWard { get; init; }
    public Guid Member { get; init; }
    public Guid SameWardMember { get; init; }
    public Guid OtherGroupMember { get; init; }
    public Guid FormerMember { get; init; }

    /// <summary>Named by Highways for members.</summary>
    public Guid Officer { get; init; }
    public Guid OfficerOffice { get; init; }

    /// <summary>The officer's line manager.</summary>
    public Guid Manager { get; init; }
    public Guid Director { get; init; }
    public Guid DirectorOffice { get; init; }
    public Guid HousingOfficer { get; init; }
    public Guid HousingOffice { get; init; }
    public Guid Clerk { get; init; }
    public Guid MonitoringOfficer { get; init; }

    public static async Task<TestPeople> AddAsync(ComityDb db, DateTime recordedAt)
    {
        var add = new Adding(db, recordedAt);
        var (east, west) = (add.Ward("East"), add.Ward("West"));
        var (highways, housing, orphaned) = (
            add.Service("Highways", "potholes, street lights"),
            add.Service("Housing", "repairs, lettings"),
            add.Service("Markets", "stalls")
        );
        var (red, blue) = (add.Group("Red Group"), add.Group("Blue Group"));

        var (member, _) = add.Holder("Alex Member", "member", "Councillor for East", ward: east);
        var (sameWard, _) = add.Holder("Bo Colleague", "member", "Councillor for East", ward: east);
        var (other, _) = add.Holder("Cass Opponent", "member", "Councillor for West", ward: west);
        var (former, _) = add.Holder(
            "Dana Former",
            "member",
            "Councillor for West until 2025",
            ward: west,
            until: new DateOnly(2025, 5, 1)
        );
        add.InGroup(member, red);
        add.InGroup(sameWard, red);
        add.InGroup(other, blue);

        var (director, directorOffice) = add.Holder("Ellis Director", "director", "Director of Place", highways);
        var (manager, managerOffice) = add.Holder("Fran Manager", "head-of-service", "Head of Highways", highways);
        var (officer, officerOffice) = add.Holder("Glen Officer", "senior-officer", "Highways Liaison Officer", highways);
        var (housingOfficer, housingOffice) = add.Holder("Hana Housing", "senior-officer", "Housing Liaison Officer", housing);
        var (clerk, _) = add.Holder("Ira Clerk", "clerk", "Democratic Services Officer");
        var (monitoring, _) = add.Holder("Jo Monitoring", "monitoring-officer", "Monitoring Officer");
        add.Manages(managerOffice, officerOffice);
        add.Manages(directorOffice, managerOffice);
        add.Names(highways, officerOffice);
        add.Names(housing, housingOffice);
        await db.SaveChangesAsync();
        return new TestPeople
        {
            Highways = highways,
            Housing = housing,
            Orphaned = orphaned,
            EastWard = east,
            Member = member,
            SameWardMember = sameWard,
            OtherGroupMember = other,
            FormerMember = former,
            Officer = officer,
            OfficerOffice = officerOffice,
            Manager = manager,
            Director = director,
            DirectorOffice = directorOffice,
            HousingOfficer = housingOfficer,
            HousingOffice = housingOffice,
            Clerk = clerk,
            MonitoringOfficer = monitoring,
        };
    }

    /// <summary>The repository's own texts for a council under the Wigan protocol.</summary>
    public static IReadOnlyCollection<SourceText> WiganTexts() => TextsOf("wigan");

    /// <summary>The repository's own texts for a council under one of its protocols; read from disk once.</summary>
    public static IReadOnlyCollection<SourceText> TextsOf(string protocol) =>
        WithoutNorm.From(Texts.GetOrAdd(protocol, key => CouncilTexts.For(PackFolder.ReadTexts(Checkout.PathOf(PackFolder.Name)), key)));

    private static readonly ConcurrentDictionary<string, IReadOnlyList<SourceText>> Texts = new(StringComparer.Ordinal);

    private sealed class Adding(ComityDb db, DateTime recordedAt)
    {
        public Guid Ward(string name)
        {
            var id = Guid.CreateVersion7();
            db.Add(
                new Ward
                {
                    Id = id,
                    Name = name,
                    From = Since,
                }
            );
            return id;
        }

        public Guid Service(string name, string subjects)
        {
            var id = Guid.CreateVersion7();
            db.Add(
                new ServiceArea
                {
                    Id = id,
                    Name = name,
                    Subjects = subjects,
                    From = Since,
                }
            );
            return id;
        }

        public Guid Group(string name)
        {
            var id = Guid.CreateVersion7();
            db.Add(
                new Body
                {
                    Id = id,
                    Kind = BodyKind.PoliticalGroup,
                    Name = name,
                    From = Since,
                }
            );
            return id;
        }

        public (Guid Person, Guid Office) Holder(
            string name,
            string role,
            string title,
            Guid? service = null,
            Guid? ward = null,
            DateOnly? until = null
        )
        {
            var (person, office) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            db.Add(
                new Person
                {
                    Id = person,
                    FullName = name,
                    Email = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.org",
                    RecordedAt = recordedAt,
                }
            );
            db.Add(
                new Office
                {
                    Id = office,
                    Title = title,
                    Role = role,
                    ServiceAreaId = service,
                    WardId = ward,
                    From = Since,
                }
            );
            db.Add(
                new Holding
                {
                    Id = Guid.CreateVersion7(),
                    OfficeId = office,
                    PersonId = person,
                    From = Since,
                    Until = until,
                    RecordedAt = recordedAt,
                }
            );
            return (person, office);
        }

        public void InGroup(Guid person, Guid group) =>
            db.Add(
                new Membership
                {
                    Id = Guid.CreateVersion7(),
                    PersonId = person,
                    BodyId = group,
                    From = Since,
                    RecordedAt = recordedAt,
                }
            );

        public void Manages(Guid manager, Guid office) =>
            db.Add(
                new LineManagement
                {
                    Id = Guid.CreateVersion7(),
                    OfficeId = office,
                    ManagerOfficeId = manager,
                    From = Since,
                    RecordedAt = recordedAt,
                }
            );

        public void Names(Guid service, Guid office) =>
            db.Add(
                new NamedContact
                {
                    Id = Guid.CreateVersion7(),
                    ServiceAreaId = service,
                    OfficeId = office,
                    Contact = Comity.Service.Requests.EnquiryOwners.RegularContact,
                    From = Since,
                    RecordedAt = recordedAt,
                }
            );
    }
}
