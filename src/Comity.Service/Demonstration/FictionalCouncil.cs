using System.Globalization;
using Comity.Service.People;
using Comity.Service.Storage;

namespace Comity.Service.Demonstration;

/// <summary>
/// Fills the register of a council that does not exist, as it is written down. It stands as it would after a year's use: one member has left, and
/// what was settled when the council took up its protocol has long been there.
/// </summary>
internal sealed class FictionalCouncil(
    ComityDb db,
    DemonstrationCouncil council,
    SeededNumbers numbers,
    FictionalNames names,
    DateOnly today,
    DateTime recordedAt
)
{
    private readonly Dictionary<string, ServiceArea> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Person Person, Office Office)> _posts = new(StringComparer.Ordinal);
    private readonly DateOnly _founded = new(today.Year - 12, 5, 8);
    private int _made;

    public DemonstrationCouncil Council => council;
    public DateOnly Founded => _founded;
    public DateTime RecordedAt => recordedAt;

    public Cast Make()
    {
        var members = new FictionalMembers(this, numbers, today).Make();
        foreach (var service in council.Services)
        {
            MakeService(service);
        }

        foreach (var post in council.Posts)
        {
            MakePost(post);
        }

        foreach (var post in council.Posts.Where(post => post.StandIn is not null))
        {
            Add(
                new Deputy
                {
                    Id = NewId(),
                    OfficeId = _posts[post.Title].Office.Id,
                    PersonId = _posts[post.StandIn!].Person.Id,
                    From = today.AddDays(-9),
                    Until = today.AddDays(19),
                    RecordedAt = recordedAt,
                }
            );
        }

        foreach (var service in council.Services)
        {
            NameContacts(service);
        }

        MakeStatements();
        return new Cast(council, members, _services, _posts);
    }

    public T Add<T>(T row)
        where T : class
    {
        db.Add(row);
        return row;
    }

    public Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(recordedAt.AddMilliseconds(_made++)));

    public Person NewPerson(string? outsideBody = null)
    {
        var name = names.Next();
        return Add(
            new Person
            {
                Id = NewId(),
                FullName = name,
                Email = FictionalNames.Address(name, outsideBody is null ? council.Domain : "outside.example"),
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

    /// <summary>An office to which something else that is written down refers by its title.</summary>
    public void Remember(Person person, Office office) => _posts.TryAdd(office.Title, (person, office));

    private void MakeService(FictionalService service) =>
        _services[service.Name] = Add(
            new ServiceArea
            {
                Id = NewId(),
                Name = service.Name,
                Subjects = service.Subjects,
                PartOfId = service.PartOf is { } larger ? _services[larger].Id : null,
                From = _founded,
            }
        );

    private void MakePost(FictionalPost post)
    {
        var person = post.HeldBy is { } other ? _posts[other].Person : NewPerson(post.OutsideBody);
        var office = NewOffice(
            post.Title,
            post.Role,
            post.Service is { } service ? _services[service].Id : null,
            junior: post.Junior,
            restricted: post.Restricted
        );
        Holds(
            person,
            office,
            post.HeldBy is not null ? _founded.AddYears(6)
                : post.OutsideBody is not null ? today.AddYears(-3)
                : today.AddDays(-numbers.Between(420, 3800))
        );
        Remember(person, office);
        if (post.ReportsTo is { } manager)
        {
            Add(
                new LineManagement
                {
                    Id = NewId(),
                    OfficeId = office.Id,
                    ManagerOfficeId = _posts[manager].Office.Id,
                    From = _founded,
                    RecordedAt = recordedAt,
                }
            );
        }
    }

    private void NameContacts(FictionalService service)
    {
        if (service.Contact is var (post, sort))
        {
            Name(service, NamedContact.RegularSeniorOfficer, post, sort);
        }

        if (service.ComplaintsOfficer is { } officer)
        {
            Name(service, NamedContact.ServiceComplaintsOfficer, officer, null);
        }

        if (service.Reaching is { } says)
        {
            Add(
                new ContactArrangement
                {
                    Id = NewId(),
                    ServiceAreaId = _services[service.Name].Id,
                    Says = says,
                    SetByPersonId = _posts[service.Leads[0]].Person.Id,
                    From = today.AddMonths(-20),
                    RecordedAt = recordedAt,
                }
            );
        }
    }

    private void Name(FictionalService service, string contact, string post, string? sort) =>
        Add(
            new NamedContact
            {
                Id = NewId(),
                ServiceAreaId = _services[service.Name].Id,
                OfficeId = _posts[post].Office.Id,
                Contact = contact,
                SortOfContact = sort,
                From = _founded.AddYears(4),
                RecordedAt = recordedAt,
            }
        );

    private void MakeStatements()
    {
        foreach (var delegation in council.Delegations)
        {
            Add(
                new Delegation
                {
                    Id = NewId(),
                    PersonId = _posts[delegation.Post].Person.Id,
                    Scope = delegation.Scope,
                    Minute = delegation.Minute,
                    From = today.AddYears(-2),
                    RecordedAt = recordedAt,
                }
            );
        }

        foreach (var (duty, role) in council.Equivalences)
        {
            Add(
                new RoleEquivalence
                {
                    Id = NewId(),
                    Duty = duty,
                    Role = role,
                    StatedByPersonId = _posts[council.Keeper].Person.Id,
                    Minute = $"Council {_founded.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, minute 7 (fictional)",
                    From = _founded,
                    RecordedAt = recordedAt,
                }
            );
        }
    }
}
