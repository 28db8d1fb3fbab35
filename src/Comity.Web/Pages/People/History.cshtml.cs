using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>Everything that the register has said of a person, with what was corrected since.</summary>
public sealed class HistoryModel(ComityDb db, CurrentViewer current) : RegisterPage(current)
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public sealed record Line(string Says, DateOnly From, DateOnly? Until, DateTime RecordedAt, DateTime? SupersededAt);

    public void OnGet() { }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Name =
            await db.People.Where(person => person.Id == Id).Select(person => person.FullName).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();
        var holdings = await db
            .Holdings.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(fact => fact.Office)
            .Where(fact => fact.PersonId == Id)
            .ToListAsync(cancellationToken);
        var places = await db
            .Memberships.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(fact => fact.Body)
            .Where(fact => fact.PersonId == Id)
            .ToListAsync(cancellationToken);
        var deputies = await db
            .Deputies.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(fact => fact.Office)
            .Where(fact => fact.PersonId == Id)
            .ToListAsync(cancellationToken);
        var powers = await db
            .Delegations.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(fact => fact.PersonId == Id)
            .ToListAsync(cancellationToken);
        var offices = holdings.Select(fact => fact.OfficeId).Distinct().ToList();
        var lines = await db
            .LineManagement.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(fact => fact.Office)
            .Include(fact => fact.ManagerOffice)
            .Where(fact => offices.Contains(fact.OfficeId))
            .ToListAsync(cancellationToken);
        Lines =
        [
            .. holdings
                .Select(fact => Of($"Holds {fact.Office!.Title}{(fact.Basis is { } basis ? $" ({basis})" : "")}", fact))
                .Concat(places.Select(fact => Of($"{InWords.Place(fact.Place)}, {fact.Body!.Name}", fact)))
                .Concat(deputies.Select(fact => Of($"Acts as {fact.Office!.Title} during an absence", fact)))
                .Concat(powers.Select(fact => Of($"Power: {fact.Scope} ({fact.Minute})", fact)))
                .Concat(lines.Select(fact => Of($"{fact.Office!.Title} reports to {fact.ManagerOffice!.Title}", fact)))
                .OrderByDescending(line => line.RecordedAt)
                .ThenByDescending(line => line.From)
                .ThenBy(line => line.Says, StringComparer.Ordinal),
        ];
    }

    private static Line Of(string says, DatedFact fact) => new(says, fact.From, fact.Until, fact.RecordedAt, fact.SupersededAt);
}
