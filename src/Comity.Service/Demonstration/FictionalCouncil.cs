using System.Globalization;
using Comity.Service.People;
using Comity.Service.Storage;

namespace Comity.Service.Demonstration;

/// <summary>
/// Fills the register of a council that does not exist: 21 wards of three seats, four groups and some independents, and 120 officers in a whole line of
/// management. It stands as it would after a year's use: one member has left, and one officer is on leave.
/// </summary>
internal sealed class FictionalCouncil(ComityDb db, SeededNumbers numbers, FictionalNames names, DateOnly today, DateTime recordedAt)
{
    private readonly Dictionary<string, ServiceArea> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, IReadOnlyList<Office>> _leads = [];
    private readonly List<Person> _clerks = [];
    private readonly DateOnly _founded = new(today.Year - 12, 5, 8);
    private int _made;

    public Cast Make()
    {
        var members = new FictionalMembers(this, numbers, today).Make();
        var officer = MakeOfficers();
        MakeOutsiders();
        return new Cast(members, _services, _leads, officer, _clerks);
    }

    public T Add<T>(T row)
        where T : class
    {
        db.Add(row);
        return row;
    }

    public Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(recordedAt.AddMilliseconds(_made++)));

    public DateOnly Founded => _founded;

    public DateTime RecordedAt => recordedAt;

    public Person NewPerson(string? outsideBody = null)
    {
        var name = names.Next();
        return Add(
            new Person
            {
                Id = NewId(),
                FullName = name,
                Email = FictionalNames.Address(name, outsideBody is null ? FictionalPlaces.CouncilDomain : "outside.example"),
                OutsideBody = outsideBody,
                RecordedAt = recordedAt,
            }
        );
    }

    public Office NewOffice(
        string title,
        string role,
        Guid? serviceId = null,
        Guid? wardId = null,
        bool junior = false,
        bool restricted = false
    ) =>
        Add(
            new Office
            {
                Id = NewId(),
                Title = title,
                Role = role,
                ServiceAreaId = serviceId,
                WardId = wardId,
                Junior = junior,
                PoliticallyRestricted = restricted,
                From = _founded,
            }
        );

    public void Holds(Person person, Office office, DateOnly from, DateOnly? until = null, string basis = "appointed") =>
        Add(
            new Holding
            {
                Id = NewId(),
                OfficeId = office.Id,
                PersonId = person.Id,
                From = from,
                Until = until,
                Basis = basis,
                RecordedAt = recordedAt,
            }
        );

    private Person MakeOfficers()
    {
        var chief = Post("Chief Executive", "chief-executive", null, null, restricted: true);
        Person? lawyer = null;
        foreach (var directorate in FictionalDirectorate.All)
        {
            var area = Service(directorate.Name, null, null);
            var director = Post(directorate.Director, "director", area, chief.Office, restricted: true);
            var first = Post(directorate.FirstAssistant, "assistant-director", area, director.Office, restricted: true);
            var second = Post(directorate.SecondAssistant, "assistant-director", area, director.Office, restricted: true);
            if (directorate.NamesContact)
            {
                Name(area, NamedContact.RegularSeniorOfficer, first.Office, "questions about the directorate as a whole");
                Name(area, NamedContact.ServiceComplaintsOfficer, second.Office, null);
            }

            var half = directorate.Services.Count / 2;
            for (var i = 0; i < directorate.Services.Count; i++)
            {
                MakeService(directorate.Services[i], area, i < half ? first.Office : second.Office);
            }

            if (directorate.Name == "Resources")
            {
                lawyer = second.Person;
                MakeStatutoryOffices(chief, director.Person, lawyer);
                MakeGovernance(area, second.Office);
            }
        }

        var monitoring = lawyer ?? throw new InvalidOperationException("No directorate holds the council's lawyer.");
        foreach (
            var (duty, role) in new[]
            {
                ("head-of-paid-service", "chief-executive"),
                ("chief-officer", "director"),
                ("chief-officer", "chief-executive"),
            }
        )
        {
            Add(
                new RoleEquivalence
                {
                    Id = NewId(),
                    Duty = duty,
                    Role = role,
                    StatedByPersonId = monitoring.Id,
                    Minute = $"Council {_founded.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, minute 7",
                    From = _founded,
                    RecordedAt = recordedAt,
                }
            );
        }

        return monitoring;
    }

    private void MakeService(FictionalService service, ServiceArea directorate, Office manager)
    {
        var area = Service(service.Name, service.Subjects, directorate);
        var head = Post(service.Head, "head-of-service", area, manager, restricted: true);
        var lead = Post(service.Lead, "senior-officer", area, head.Office);
        foreach (var title in service.Posts.Split(", "))
        {
            Post(title, "junior-officer", area, lead.Office, junior: true);
        }

        if (service.NamesContact)
        {
            Name(area, NamedContact.RegularSeniorOfficer, head.Office, "casework and questions about the service");
        }

        if (service.NamesComplaintsOfficer)
        {
            Name(area, NamedContact.ServiceComplaintsOfficer, lead.Office, null);
        }

        _leads[area.Id] = [head.Office, lead.Office];
        if (service.Name == "Housing Repairs")
        {
            // On leave, so that what is asked of the office goes to somebody who is there.
            Add(
                new Deputy
                {
                    Id = NewId(),
                    OfficeId = head.Office.Id,
                    PersonId = lead.Person.Id,
                    From = today.AddDays(-9),
                    Until = today.AddDays(19),
                    RecordedAt = recordedAt,
                }
            );
        }

        if (service.Name is "Planning" or "Children’s Social Care" or "Housing Repairs")
        {
            Add(
                new ContactArrangement
                {
                    Id = NewId(),
                    ServiceAreaId = area.Id,
                    Says =
                        "Please ask in writing first. Officers are out on visits most mornings; the team answers the telephone from two until four.",
                    SetByPersonId = head.Person.Id,
                    From = today.AddMonths(-20),
                    RecordedAt = recordedAt,
                }
            );
        }
    }

    private void MakeStatutoryOffices((Person Person, Office Office) chief, Person treasurer, Person lawyer)
    {
        foreach (
            var (title, role, holder) in new[]
            {
                ("Monitoring Officer", "monitoring-officer", lawyer),
                ("Chief Finance Officer", "chief-finance-officer", treasurer),
            }
        )
        {
            var office = NewOffice(title, role, restricted: true);
            Holds(holder, office, _founded.AddYears(6));
            ReportsTo(office, chief.Office);
        }

        Add(
            new Delegation
            {
                Id = NewId(),
                PersonId = treasurer.Id,
                Scope = "To vary a ward budget by up to £5,000 in a year at the ward members’ joint request.",
                Minute = "Cabinet minute 41 (fictional)",
                From = today.AddYears(-2),
                RecordedAt = recordedAt,
            }
        );
    }

    private void MakeGovernance(ServiceArea resources, Office manager)
    {
        var democratic = _services["Democratic Services"];
        var communications = _services["Communications"];
        foreach (var (title, area) in new[] { ("Senior Democratic Services Clerk", democratic), ("Democratic Services Clerk", democratic) })
        {
            _clerks.Add(Post(title, "clerk", area, _leads[area.Id][0]).Person);
        }

        Post("Information Governance Officer", "foi-officer", democratic, _leads[democratic.Id][0]);
        Post("Press Office Duty Manager", "press-office", communications, _leads[communications.Id][0]);
        Post("Corporate Complaints Officer", "officer", democratic, _leads[democratic.Id][0]);
        Post("Principal Solicitor", "senior-officer", resources, manager);
        Post("Internal Audit Lead", "senior-officer", resources, manager);
        Post("Human Resources Lead", "senior-officer", resources, manager);
        Post("Emergency Planning Officer", "officer", resources, manager);
        Post("Executive Support Officer", "officer", resources, manager);
        Post("Solicitor", "officer", resources, manager);
    }

    private void MakeOutsiders()
    {
        Holds(NewPerson("Independent person (fictional)"), NewOffice("Independent Person", "independent-person"), today.AddYears(-3));
    }

    private ServiceArea Service(string name, string? subjects, ServiceArea? partOf) =>
        _services[name] = Add(
            new ServiceArea
            {
                Id = NewId(),
                Name = name,
                Subjects = subjects,
                PartOfId = partOf?.Id,
                From = _founded,
            }
        );

    private (Person Person, Office Office) Post(
        string title,
        string role,
        ServiceArea? service,
        Office? manager,
        bool junior = false,
        bool restricted = false
    )
    {
        var person = NewPerson();
        var office = NewOffice(title, role, service?.Id, junior: junior, restricted: restricted);
        Holds(person, office, today.AddDays(-numbers.Between(420, 3800)));
        if (manager is not null)
        {
            ReportsTo(office, manager);
        }

        return (person, office);
    }

    private void ReportsTo(Office office, Office manager) =>
        Add(
            new LineManagement
            {
                Id = NewId(),
                OfficeId = office.Id,
                ManagerOfficeId = manager.Id,
                From = _founded,
                RecordedAt = recordedAt,
            }
        );

    private void Name(ServiceArea area, string contact, Office office, string? sort) =>
        Add(
            new NamedContact
            {
                Id = NewId(),
                ServiceAreaId = area.Id,
                OfficeId = office.Id,
                Contact = contact,
                SortOfContact = sort,
                From = _founded.AddYears(4),
                RecordedAt = recordedAt,
            }
        );
}
