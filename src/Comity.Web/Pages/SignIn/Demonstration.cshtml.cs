using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.SignIn;

/// <summary>Any person of the fictional council by one click. <see cref="DemonstrationMode"/> says when.</summary>
public sealed class DemonstrationModel(
    ComityDb db,
    DemonstrationMode demonstration,
    ThisCouncil ours,
    CouncilOnDate council,
    CurrentViewer current
) : PageModel
{
    private static readonly (string Title, string[] Roles)[] Kinds =
    [
        (
            "Monitoring Officer, clerk and chief officers",
            [
                "monitoring-officer",
                "clerk",
                "proper-officer",
                "chief-executive",
                "head-of-paid-service",
                "chief-finance-officer",
                "executive-director",
                "director",
                "chief-officer",
                "statutory-officer",
            ]
        ),
        ("Councillors", ["member"]),
        ("Officers", ["officer", "senior-officer", "junior-officer", "head-of-service", "assistant-director", "line-manager"]),
    ];

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "then")]
    public string? Then { get; set; }

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>The title of the protocol that the council has adopted; null before it has adopted any.</summary>
    public string? Protocol { get; private set; }

    public string ProtocolKey => ours.ProtocolKey;

    public sealed record Group(string Title, IReadOnlyList<Entry> People);

    public sealed record Entry(Guid Id, string Name, string Offices);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!demonstration.AllowedFor(HttpContext))
        {
            return NotFound();
        }

        Groups = await ReadAsync(cancellationToken);
        var today = current.Today;
        Protocol = await db
            .ProtocolAdoptions.Where(adoption => adoption.From <= today)
            .OrderByDescending(adoption => adoption.From)
            .Select(adoption => adoption.Title)
            .FirstOrDefaultAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid person, CancellationToken cancellationToken)
    {
        if (!demonstration.AllowedFor(HttpContext) || !await db.People.AnyAsync(known => known.Id == person, cancellationToken))
        {
            return NotFound();
        }

        await HttpContext.SignInAsync(Session.Scheme, Session.ForDemonstration(person));
        return Url.IsLocalUrl(Then) ? LocalRedirect(Then) : LocalRedirect("/");
    }

    private async Task<List<Group>> ReadAsync(CancellationToken cancellationToken)
    {
        var held = await council.HeldOffices(current.Today).ToListAsync(cancellationToken);
        var wards = await db.Wards.AsNoTracking().ToDictionaryAsync(ward => ward.Id, ward => ward.Name, cancellationToken);
        var services = await db.ServiceAreas.AsNoTracking().ToDictionaryAsync(area => area.Id, area => area.Name, cancellationToken);
        string WordsOf(HeldOffice row) =>
            string.Join(
                ' ',
                row.PersonName,
                row.Title,
                row.WardId is { } ward ? wards.GetValueOrDefault(ward) : null,
                row.ServiceAreaId is { } area ? services.GetValueOrDefault(area) : null
            );

        var people = held.GroupBy(row => (row.PersonId, row.PersonName))
            .Select(rows => new
            {
                Entry = new Entry(
                    rows.Key.PersonId,
                    rows.Key.PersonName,
                    string.Join(", ", rows.Select(row => row.Title).Distinct().Order(StringComparer.Ordinal))
                ),
                Kind = rows.Min(row => KindOf(row.Role)),
                Words = string.Join(' ', rows.Select(WordsOf)),
            })
            .Where(person => string.IsNullOrWhiteSpace(Find) || person.Words.Contains(Find.Trim(), StringComparison.OrdinalIgnoreCase));
        return
        [
            .. people
                .GroupBy(person => person.Kind)
                .OrderBy(group => group.Key)
                .Select(group => new Group(
                    group.Key < Kinds.Length ? Kinds[group.Key].Title : "Others",
                    [.. group.Select(person => person.Entry).OrderBy(entry => entry.Name, StringComparer.Ordinal)]
                )),
        ];
    }

    private static int KindOf(string role)
    {
        var kind = Array.FindIndex(Kinds, candidate => candidate.Roles.Contains(role));
        return kind < 0 ? Kinds.Length : kind;
    }
}
