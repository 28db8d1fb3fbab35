using Comity.Protocols;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Rulings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Protocol;

/// <summary>One clause at an address that can be sent to somebody: by its number, or by the id that survives renumbering.</summary>
public sealed class ClauseModel(ComityDb db, Library library, CurrentViewer current) : PageModel
{
    public ClauseAsRead Clause { get; private set; } = null!;

    public ClauseAsRead? Previous { get; private set; }

    public ClauseAsRead? Next { get; private set; }

    public Vocabulary Vocabulary { get; private set; } = null!;

    public string Title { get; private set; } = "";

    /// <summary>For the Monitoring Officer; null for everybody else.</summary>
    public string? RulePath { get; private set; }

    public async Task OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (!await db.TextEditions.AnyAsync(cancellationToken))
        {
            throw new NotFoundException();
        }

        var read = await library.OnAsync(current.Today, cancellationToken);
        var clauses = ClauseAsRead.AllOf(read, linked: true).ToList();
        var index = clauses.FindIndex(clause => clause.Clause.Number == number);
        index = index >= 0 ? index : clauses.FindIndex(clause => clause.Clause.LastingId == number);
        if (index < 0)
        {
            throw new NotFoundException();
        }

        Clause = clauses[index].With(await RulingAsRead.AllAsync(db, current.Today, cancellationToken));
        RulePath = (await current.GetAsync(cancellationToken)).Holds("monitoring-officer")
            ? $"/rulings/new?clause={Uri.EscapeDataString(Clause.Clause.LastingId)}"
            : null;
        Previous = index > 0 ? clauses[index - 1] : null;
        Next = index + 1 < clauses.Count ? clauses[index + 1] : null;
        Vocabulary = read.Vocabulary;
        Title = read.File.Control.Title;
    }
}
