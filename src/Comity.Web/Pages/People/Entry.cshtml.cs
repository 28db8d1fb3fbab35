using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>The days of one entry of the register: a term, a place in a committee, an absence, a power, a named contact.</summary>
public sealed class EntryModel(ComityDb db, CurrentViewer current, IServiceProvider services) : DatedRegisterPage(current)
{
    [FromRoute]
    public string Kind { get; set; } = "";

    [FromRoute]
    public Guid Entry { get; set; }

    public string Says { get; private set; } = "";
    public string Back { get; private set; } = "/people";
    public bool MustEnd { get; private set; }
    public DatedFact Fact { get; private set; } = null!;
    public string? EndHint => MustEnd && Kind == "holding" ? "A member’s rights end with the term" : null;

    /// <summary>What has taken the entry's place since it was opened; null when it stands, or was taken back.</summary>
    public DatedFact? Now { get; private set; }

    public IActionResult OnGet()
    {
        (From, Until) = (Fact.From, Fact.Until);
        return Fact.SupersededAt is null ? Page()
            : Now is { } now ? LocalRedirect($"/people/entries/{Kind}/{now.Id}")
            : throw new NotFoundException();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => ChangeAsync(viewer, new ChangeDaysRequest(Entry, From, Until), cancellationToken),
            "The days have been changed",
            _ => Back,
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        (From, Until) = (Fact.From, Fact.Until);
        return await FinishAsync(
            () => EndAsync(viewer, new EndFactRequest(Entry, Fact.From.AddDays(-1)), cancellationToken),
            "The entry has been taken back",
            _ => Back,
            cancellationToken
        );
    }

    /// <summary>The writes decide for this entry; the holder of an office may change who acts for it.</summary>
    protected override async Task<bool> MayAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return viewer.MayKeepRegister()
            || (
                Kind == "deputy"
                && await db
                    .Deputies.IgnoreQueryFilters()
                    .AnyAsync(
                        fact =>
                            fact.Id == Entry
                            && db.Holdings.Any(holding =>
                                holding.OfficeId == fact.OfficeId
                                && holding.PersonId == viewer.PersonId
                                && holding.From <= Today
                                && (holding.Until == null || holding.Until >= Today)
                            ),
                        cancellationToken
                    )
            );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var found = Kind switch
        {
            "holding" => await HoldingAsync(cancellationToken),
            "place" => await PlaceAsync(cancellationToken),
            "deputy" => await DeputyAsync(cancellationToken),
            "power" => await PowerAsync(cancellationToken),
            "contact" => await ContactAsync(cancellationToken),
            _ => null,
        };
        (Fact, Says, Back, MustEnd) = found ?? throw new NotFoundException();
        Now = Fact.SupersededAt is { } since ? await SinceAsync(since, cancellationToken) : null;
    }

    private async Task<DatedFact?> SinceAsync(DateTime since, CancellationToken ct) =>
        Fact switch
        {
            Holding old => await db
                .Holdings.AsNoTracking()
                .Where(one => one.OfficeId == old.OfficeId && one.PersonId == old.PersonId && one.RecordedAt >= since)
                .OrderByDescending(one => one.RecordedAt)
                .FirstOrDefaultAsync(ct),
            Membership old => await db
                .Memberships.AsNoTracking()
                .Where(one => one.BodyId == old.BodyId && one.PersonId == old.PersonId && one.Place == old.Place && one.RecordedAt >= since)
                .OrderByDescending(one => one.RecordedAt)
                .FirstOrDefaultAsync(ct),
            Deputy old => await db
                .Deputies.AsNoTracking()
                .Where(one => one.OfficeId == old.OfficeId && one.PersonId == old.PersonId && one.RecordedAt >= since)
                .OrderByDescending(one => one.RecordedAt)
                .FirstOrDefaultAsync(ct),
            Delegation old => await db
                .Delegations.AsNoTracking()
                .Where(one => one.PersonId == old.PersonId && one.Scope == old.Scope && one.RecordedAt >= since)
                .OrderByDescending(one => one.RecordedAt)
                .FirstOrDefaultAsync(ct),
            NamedContact old => await db
                .NamedContacts.AsNoTracking()
                .Where(one =>
                    one.ServiceAreaId == old.ServiceAreaId
                    && one.OfficeId == old.OfficeId
                    && one.Contact == old.Contact
                    && one.RecordedAt >= since
                )
                .OrderByDescending(one => one.RecordedAt)
                .FirstOrDefaultAsync(ct),
            _ => null,
        };

    // An entry that has been replaced is still found: its form is told that it has changed since.
    private async Task<(DatedFact, string, string, bool)?> HoldingAsync(CancellationToken ct)
    {
        var fact = await db
            .Holdings.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(one => one.Office)
            .Include(one => one.Person)
            .FirstOrDefaultAsync(one => one.Id == Entry, ct);
        return fact is null
            ? null
            : (fact, $"{fact.Person!.FullName}, {fact.Office!.Title}", $"/people/{fact.PersonId}", fact.Office.Role == "member");
    }

    private async Task<(DatedFact, string, string, bool)?> PlaceAsync(CancellationToken ct)
    {
        var fact = await db
            .Memberships.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(one => one.Body)
            .Include(one => one.Person)
            .FirstOrDefaultAsync(one => one.Id == Entry, ct);
        return fact is null
            ? null
            : (
                fact,
                $"{fact.Person!.FullName}, {InWords.Place(fact.Place).ToLowerInvariant()}, {fact.Body!.Name}",
                $"/people/{fact.PersonId}",
                false
            );
    }

    private async Task<(DatedFact, string, string, bool)?> DeputyAsync(CancellationToken ct)
    {
        var fact = await db
            .Deputies.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(one => one.Office)
            .Include(one => one.Person)
            .FirstOrDefaultAsync(one => one.Id == Entry, ct);
        return fact is null
            ? null
            : (fact, $"{fact.Person!.FullName} acts as {fact.Office!.Title}", $"/people/posts/{fact.OfficeId}", true);
    }

    private async Task<(DatedFact, string, string, bool)?> PowerAsync(CancellationToken ct)
    {
        var fact = await db
            .Delegations.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(one => one.Person)
            .FirstOrDefaultAsync(one => one.Id == Entry, ct);
        return fact is null ? null : (fact, $"{fact.Person!.FullName}: {fact.Scope}", $"/people/{fact.PersonId}", false);
    }

    private async Task<(DatedFact, string, string, bool)?> ContactAsync(CancellationToken ct)
    {
        var fact = await db
            .NamedContacts.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(one => one.Office)
            .Include(one => one.ServiceArea)
            .FirstOrDefaultAsync(one => one.Id == Entry, ct);
        return fact is null
            ? null
            : (fact, $"{fact.Office!.Title}, named by {fact.ServiceArea!.Name}", $"/people/services/{fact.ServiceAreaId}", false);
    }

    private Task<RegisterChange> ChangeAsync(Viewer viewer, ChangeDaysRequest request, CancellationToken ct) =>
        Fact switch
        {
            Holding => services.GetRequiredService<ChangeDays<Holding>>().ExecuteAsync(viewer, request, ct),
            Membership => services.GetRequiredService<ChangeDays<Membership>>().ExecuteAsync(viewer, request, ct),
            Deputy => services.GetRequiredService<ChangeDays<Deputy>>().ExecuteAsync(viewer, request, ct),
            Delegation => services.GetRequiredService<ChangeDays<Delegation>>().ExecuteAsync(viewer, request, ct),
            _ => services.GetRequiredService<ChangeDays<NamedContact>>().ExecuteAsync(viewer, request, ct),
        };

    private Task<RegisterChange> EndAsync(Viewer viewer, EndFactRequest request, CancellationToken ct) =>
        Fact switch
        {
            Holding => services.GetRequiredService<EndFact<Holding>>().ExecuteAsync(viewer, request, ct),
            Membership => services.GetRequiredService<EndFact<Membership>>().ExecuteAsync(viewer, request, ct),
            Deputy => services.GetRequiredService<EndFact<Deputy>>().ExecuteAsync(viewer, request, ct),
            Delegation => services.GetRequiredService<EndFact<Delegation>>().ExecuteAsync(viewer, request, ct),
            _ => services.GetRequiredService<EndFact<NamedContact>>().ExecuteAsync(viewer, request, ct),
        };
}
