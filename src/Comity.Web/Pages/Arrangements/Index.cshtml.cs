using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Arrangements;

/// <summary>What the council itself has settled where its protocol is silent, and what it has not.</summary>
public sealed class IndexModel(ComityDb db, Library library, CurrentViewer current) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<Stated> Past { get; private set; } = [];
    public bool MayKeep { get; private set; }

    public sealed record Stated(Arrangement Arrangement, string Author, string Title);

    /// <param name="Rule">What can be settled.</param>
    /// <param name="Closed">Why there is nothing to settle under this protocol; null where there is.</param>
    /// <param name="Stated">What is settled, for today or a later day.</param>
    public sealed record Line(ArrangementRule Rule, string? Closed, IReadOnlyList<Stated> Stated);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = current.Today;
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
        var read = await db.TextEditions.AnyAsync(cancellationToken) ? await library.OnAsync(today, cancellationToken) : null;
        var rules = read is null ? ArrangementRules.All : ArrangementRules.Under(read.Protocol);
        var rows = await (
            from one in db.Arrangements.AsNoTracking()
            join person in db.People on one.AuthorPersonId equals person.Id into authors
            from author in authors.DefaultIfEmpty()
            orderby one.From
            select new { one, Author = author == null ? "Comity" : author.FullName }
        ).ToListAsync(cancellationToken);
        var stated = rows.Select(row => new Stated(row.one, row.Author, ArrangementRules.Find(row.one.Key)?.Title ?? row.one.Key)).ToList();
        Lines =
        [
            .. rules.Select(rule => new Line(
                rule,
                read is null ? null : ArrangementGap.Of(read, rule.Key, today).Closed,
                [
                    .. stated.Where(one =>
                        one.Arrangement.Key == rule.Key && (one.Arrangement.Until is null || one.Arrangement.Until >= today)
                    ),
                ]
            )),
        ];
        Past = [.. stated.Where(one => one.Arrangement.Until < today)];
    }
}
