using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>The directory: which service does what, who answers for it, and when the entry was last changed.</summary>
public sealed class IndexModel(CouncilOnDate council, ComityDb db, CurrentViewer current) : PageModel
{
    public const int MostFound = 50;

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    public Viewer Viewer { get; private set; } = Viewer.Nobody;
    public IReadOnlyList<ServiceEntry> Services { get; private set; } = [];
    public IReadOnlyList<FoundPerson> Found { get; private set; } = [];

    public sealed record FoundPerson(Guid Id, string Name, string Offices);

    public sealed record ServiceEntry(
        ServiceArea Service,
        int Depth,
        IReadOnlyList<HeldOffice> Responsible,
        bool HasSeniorContact,
        bool HasComplaintsOfficer,
        DateTime? LastChanged
    );

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Viewer = await current.GetAsync(cancellationToken);
        var today = current.Today;
        if (!string.IsNullOrWhiteSpace(Find))
        {
            await FindAsync(today, cancellationToken);
        }

        var tree = await council.ServicesAsync(today, cancellationToken);
        var held = (
            await council
                .HeldOffices(today)
                .Where(office => office.ServiceAreaId != null && office.Role != "officer" && !office.Junior)
                .ToListAsync(cancellationToken)
        ).ToLookup(office => office.ServiceAreaId!.Value);
        var contacts = (
            await council.Facts<NamedContact>(today).Select(fact => new { fact.ServiceAreaId, fact.Contact }).ToListAsync(cancellationToken)
        ).ToLookup(fact => fact.ServiceAreaId, fact => fact.Contact);
        var changed = await LastChangedAsync(cancellationToken);
        var entries = new List<ServiceEntry>();
        Add(null, 0);
        Services = entries;

        void Add(Guid? above, int depth)
        {
            foreach (var service in tree.PartsOf(above))
            {
                entries.Add(
                    new ServiceEntry(
                        service,
                        depth,
                        [
                            .. held[service.Id]
                                .OrderBy(office => office.Title, StringComparer.Ordinal)
                                .ThenBy(office => office.PersonName, StringComparer.Ordinal),
                        ],
                        contacts[service.Id].Contains(NamedContact.RegularSeniorOfficer),
                        contacts[service.Id].Contains(NamedContact.ServiceComplaintsOfficer),
                        Latest(service.ChangedAt, changed.GetValueOrDefault(service.Id))
                    )
                );
                Add(service.Id, depth + 1);
            }
        }
    }

    private static DateTime? Latest(DateTime? one, DateTime? other) => one is null || other > one ? other : one;

    /// <summary>For each service, when the record last learnt something of who holds its posts or is named for it.</summary>
    private async Task<Dictionary<Guid, DateTime?>> LastChangedAsync(CancellationToken cancellationToken)
    {
        var holdings = await (
            from fact in db.Holdings.IgnoreQueryFilters().AsNoTracking()
            join office in db.Offices on fact.OfficeId equals office.Id
            where office.ServiceAreaId != null
            group fact by office.ServiceAreaId!.Value into facts
            select new
            {
                facts.Key,
                Recorded = facts.Max(fact => fact.RecordedAt),
                Superseded = facts.Max(fact => fact.SupersededAt),
            }
        ).ToListAsync(cancellationToken);
        var contacts = await db
            .NamedContacts.IgnoreQueryFilters()
            .AsNoTracking()
            .GroupBy(fact => fact.ServiceAreaId)
            .Select(facts => new
            {
                facts.Key,
                Recorded = facts.Max(fact => fact.RecordedAt),
                Superseded = facts.Max(fact => fact.SupersededAt),
            })
            .ToListAsync(cancellationToken);
        return holdings
            .Concat(contacts)
            .GroupBy(one => one.Key)
            .ToDictionary(group => group.Key, group => Latest(group.Max(one => (DateTime?)one.Recorded), group.Max(one => one.Superseded)));
    }

    private async Task FindAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var part = Find!.Trim().ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares: it knows neither a culture nor StringComparison.
        var people = await db
            .People.AsNoTracking()
            .Where(person => person.FullName.ToUpper().Contains(part))
            .OrderBy(person => person.FullName)
            .ThenBy(person => person.Id)
            .Take(MostFound)
            .Select(person => new { person.Id, person.FullName })
            .ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862
        Guid[] ids = [.. people.Select(person => person.Id)];
        var offices = (
            await council
                .HeldOffices(today)
                .Where(office => ids.Contains(office.PersonId) && !office.AsDeputy)
                .Select(office => new { office.PersonId, office.Title })
                .ToListAsync(cancellationToken)
        ).ToLookup(office => office.PersonId, office => office.Title);
        Found =
        [
            .. people.Select(person => new FoundPerson(
                person.Id,
                person.FullName,
                string.Join(", ", offices[person.Id].Order(StringComparer.Ordinal))
            )),
        ];
    }
}
