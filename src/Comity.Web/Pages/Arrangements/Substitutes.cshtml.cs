using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Arrangements;

/// <summary>Who deals with something when the office that the protocol names may not.</summary>
public sealed class SubstitutesModel(ComityDb db, CouncilOnDate council, Library library, CurrentViewer current) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<Line> Past { get; private set; } = [];
    public bool MayKeep { get; private set; }

    public sealed record Line(
        Guid Id,
        string Role,
        string? Service,
        string Office,
        string Holders,
        string Minute,
        string Author,
        DateOnly From,
        DateOnly? Until
    );

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = current.Today;
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
        var rows = await db
            .StatedSubstitutes.AsNoTracking()
            .OrderBy(fact => fact.Role)
            .ThenBy(fact => fact.From)
            .ThenBy(fact => fact.Id)
            .Select(fact => new
            {
                fact,
                Service = fact.ServiceArea!.Name,
                Office = fact.Office!.Title,
                Author = fact.AuthorPerson!.FullName,
            })
            .ToListAsync(cancellationToken);
        var holders = (
            await council.ActingInAsync([.. rows.Select(row => row.fact.OfficeId).Distinct()], today, cancellationToken)
        ).ToLookup(held => held.OfficeId, held => held.PersonName);
        var roles = await db.TextEditions.AnyAsync(cancellationToken)
            ? (await library.OnAsync(today, cancellationToken)).Vocabulary.Roles
            : null;
        var lines = rows.Select(row => new Line(
                row.fact.Id,
                roles is not null && roles.TryGetValue(row.fact.Role, out var role) ? role.Label : row.fact.Role.Replace('-', ' '),
                row.Service,
                row.Office,
                string.Join(", ", holders[row.fact.OfficeId]),
                row.fact.Minute,
                row.Author,
                row.fact.From,
                row.fact.Until
            ))
            .ToList();
        Lines = [.. lines.Where(line => line.Until is null || line.Until >= today)];
        Past = [.. lines.Where(line => line.Until < today)];
    }
}
