using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Rulings;

/// <summary>One ruling or piece of advice, with its reasons and everything that has become of it.</summary>
public sealed class RulingModel(ComityDb db, Library library, CurrentViewer current) : PageModel
{
    public RulingAsRead Entry { get; private set; } = null!;

    public Vocabulary Vocabulary { get; private set; } = null!;

    public IReadOnlyList<(string Number, string Heading, string? Link)> Clauses { get; private set; } = [];

    /// <summary>The question of which it came, for whom the wall lets see that one.</summary>
    public string? Question { get; private set; }

    public bool MayEnd { get; private set; }

    public bool MayAdopt { get; private set; }

    /// <summary>Null for whoever may not replace it.</summary>
    public string? ReplacePath { get; private set; }

    public async Task OnGetAsync(int number, CancellationToken cancellationToken)
    {
        Entry =
            (await RulingAsRead.AllAsync(db, current.Today, cancellationToken)).FirstOrDefault(ruling => ruling.Ruling.Number == number)
            ?? throw new NotFoundException();
        var viewer = await current.GetAsync(cancellationToken);
        Question = await QuestionAsync(viewer, cancellationToken);
        var read = await library.OnAsync(current.Today, cancellationToken);
        Vocabulary = read.Vocabulary;
        var known = read.File.Clauses.Concat(read.Beneath?.Clauses ?? []).ToList();
        Clauses =
        [
            .. Entry.Ruling.ClauseIds.Select(id =>
                known.Find(clause => clause.LastingId == id) is { } clause
                    ? (clause.Number, clause.Heading, $"/protocol/clauses/{Uri.EscapeDataString(id)}")
                    : (id, $"{id}, which today’s text does not have", (string?)null)
            ),
        ];
        var stands = Entry.Ruling.Until is null;
        MayEnd = stands && WithdrawRuling.MayEnd(viewer, Entry.Ruling);
        MayAdopt = stands && Entry.IsAdvice && viewer.MayKeepRegister();
        ReplacePath = stands && !Entry.IsAdopted && viewer.Holds("monitoring-officer") ? PathToReplace(Entry.Ruling) : null;
    }

    private async Task<string?> QuestionAsync(Viewer viewer, CancellationToken cancellationToken) =>
        Entry.Ruling.MatterId is { } id
            ? await db
                .Matters.AsNoTracking()
                .VisibleTo(db, viewer, current.Now)
                .Where(matter => matter.Id == id)
                .Select(matter => matter.Reference)
                .SingleOrDefaultAsync(cancellationToken)
            : null;

    private static string PathToReplace(Ruling ruling) =>
        $"/rulings/new/{ruling.Act}"
        + new QueryBuilder([
            .. Place("by", ruling.ByRole),
            .. Place("to", ruling.ToRole),
            .. Place("about", ruling.AboutRole),
            .. ruling.FactLines.Select(line => KeyValuePair.Create(line.Fact, line.Value)),
            KeyValuePair.Create("replaces", ruling.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ]).ToQueryString();

    private static IEnumerable<KeyValuePair<string, string>> Place(string key, string? role) =>
        role is null ? [] : [KeyValuePair.Create(key, role)];
}
