using Comity.Service.Kept;
using Comity.Service.People;
using Comity.Service.Storage;

namespace Comity.Service.Tests.People;

/// <summary>
/// Rows for a council to ask about. Everything not under test has a value; what is made is saved by <see cref="SaveAsync"/>.
/// </summary>
internal sealed class SmallCouncil(ComityDb db)
{
    public static readonly DateOnly Start = new(2023, 5, 5);
    public static readonly DateOnly Day = new(2026, 4, 2);
    public static readonly DateTime Recorded = new(2023, 5, 9, 9, 0, 0, DateTimeKind.Utc);

    private int _made;

    /// <summary>The register of a database, as one request asks it.</summary>
    public static CouncilOnDate Register(ComityDb db) => new(db, new CouncilNow(db, new KeptFacts()));

    public Task SaveAsync() => db.SaveChangesAsync();

    public Ward Ward(string name) =>
        Add(
            new Ward
            {
                Id = NewId(),
                Name = name,
                From = Start,
            }
        );

    public ServiceArea Service(string name, ServiceArea? partOf = null) =>
        Add(
            new ServiceArea
            {
                Id = NewId(),
                Name = name,
                PartOfId = partOf?.Id,
                From = Start,
            }
        );

    public Body Body(BodyKind kind, string name) =>
        Add(
            new Body
            {
                Id = NewId(),
                Kind = kind,
                Name = name,
                From = Start,
            }
        );

    public Person Person(string name) =>
        Add(
            new Person
            {
                Id = NewId(),
                FullName = name,
                Email = $"{name.Replace(' ', '.')}@council.example",
                RecordedAt = Recorded,
            }
        );

    public Office Office(
        string title,
        string role,
        ServiceArea? service = null,
        Ward? ward = null,
        Office? under = null,
        bool junior = false
    )
    {
        var office = Add(
            new Office
            {
                Id = NewId(),
                Title = title,
                Role = role,
                ServiceAreaId = service?.Id,
                WardId = ward?.Id,
                Junior = junior,
                From = Start,
            }
        );
        if (under is not null)
        {
            Add(
                new LineManagement
                {
                    Id = NewId(),
                    OfficeId = office.Id,
                    ManagerOfficeId = under.Id,
                    From = Start,
                    RecordedAt = Recorded,
                }
            );
        }

        return office;
    }

    public Holding Holds(Person person, Office office, DateOnly? from = null, DateOnly? until = null, DateTime? recorded = null) =>
        Add(
            new Holding
            {
                Id = NewId(),
                OfficeId = office.Id,
                PersonId = person.Id,
                From = from ?? Start,
                Until = until,
                RecordedAt = recorded ?? Recorded,
            }
        );

    /// <summary>An office with somebody in it.</summary>
    public (Person Person, Office Office) Post(string name, string title, string role, ServiceArea? service = null, Office? under = null)
    {
        var person = Person(name);
        var office = Office(title, role, service, under: under);
        Holds(person, office);
        return (person, office);
    }

    public Person Member(string name, Ward ward, DateOnly? until = null)
    {
        var person = Person(name);
        Holds(person, Office($"Member for {ward.Name}", "member", ward: ward), until: until);
        return person;
    }

    public Membership Sits(Person person, Body body, string place = Places.Member, DateOnly? from = null, DateOnly? until = null) =>
        Add(
            new Membership
            {
                Id = NewId(),
                PersonId = person.Id,
                BodyId = body.Id,
                Place = place,
                From = from ?? Start,
                Until = until,
                RecordedAt = Recorded,
            }
        );

    public NamedContact Names(ServiceArea service, string contact, Office office) =>
        Add(
            new NamedContact
            {
                Id = NewId(),
                ServiceAreaId = service.Id,
                OfficeId = office.Id,
                Contact = contact,
                From = Start,
                RecordedAt = Recorded,
            }
        );

    public Deputy Deputises(Person person, Office office, DateOnly from, DateOnly until) =>
        Add(
            new Deputy
            {
                Id = NewId(),
                OfficeId = office.Id,
                PersonId = person.Id,
                From = from,
                Until = until,
                RecordedAt = Recorded,
            }
        );

    public RoleEquivalence States(string duty, string role, Person by) =>
        Add(
            new RoleEquivalence
            {
                Id = NewId(),
                Duty = duty,
                Role = role,
                StatedByPersonId = by.Id,
                From = Start,
                RecordedAt = Recorded,
            }
        );

    private T Add<T>(T row)
        where T : class
    {
        db.Add(row);
        return row;
    }

    private Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(Recorded.AddSeconds(_made++)));
}
