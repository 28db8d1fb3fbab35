using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Accounts;

public sealed class IndexModel(ComityDb db, CurrentViewer current, TimeProvider clock) : PageModel
{
    public const int Most = 100;

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool IsCut { get; private set; }

    public sealed record Row(Guid PersonId, string Name, string? Email, string State);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!AccountKeepers.Includes(await current.GetAsync(cancellationToken)))
        {
            return Forbid();
        }

        var people = db.People.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Find))
        {
            var part = Find.Trim().ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares: it knows neither a culture nor StringComparison.
            people = people.Where(person =>
                person.FullName.ToUpper().Contains(part) || (person.Email != null && person.Email.ToUpper().Contains(part))
            );
#pragma warning restore CA1304, CA1311, CA1862
        }

        var found = await people
            .OrderBy(person => person.FullName)
            .ThenBy(person => person.Id)
            .Take(Most + 1)
            .GroupJoin(
                db.Users,
                person => person.Id,
                account => account.PersonId,
                (person, accounts) => new { person, account = accounts.FirstOrDefault() }
            )
            .ToListAsync(cancellationToken);
        IsCut = found.Count > Most;
        var now = clock.GetUtcNow();
        Rows =
        [
            .. found
                .Take(Most)
                .Select(row => new Row(row.person.Id, row.person.FullName, row.person.Email, AccountState.Of(row.account, now))),
        ];
        return Page();
    }
}
