using Comity.Protocols.Language;
using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Arrangements;
using Comity.Web.Pages.Rulings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Protocol;

/// <summary>The protocol as its readers know it: in the edition of today, or in an older one that a decision was taken under.</summary>
public sealed class IndexModel(ComityDb db, Library library, CurrentViewer current) : PageModel
{
    private const int LongestSearch = 100;

    private static readonly (string Key, string Label)[] ControlLines =
    [
        ("version", "Version"),
        ("status", "Status"),
        ("responsible-officer", "Responsible officer"),
        ("approved-by", "Approved by"),
        ("minute", "Minute"),
        ("adopted-on", "Adopted on"),
        ("next-review", "Next review"),
        ("retention", "Kept for"),
        ("in-force-from", "In force from"),
        ("in-force-until", "In force until"),
    ];

    [BindProperty(SupportsGet = true, Name = "search")]
    public string? Search { get; set; }

    /// <summary>An edition by its id; without one, today's.</summary>
    [BindProperty(SupportsGet = true, Name = "edition")]
    public string? Edition { get; set; }

    /// <summary>Null before the council has taken up any text.</summary>
    public ReadTogether? Read { get; private set; }

    public DateOnly? ReadFrom { get; private set; }

    public bool IsOlder { get; private set; }

    public IReadOnlyList<ClauseAsRead> Clauses { get; private set; } = [];

    public IReadOnlyList<ClauseAsRead> Shown { get; private set; } = [];

    public IReadOnlyList<(string Label, string Value)> Control { get; private set; } = [];

    /// <summary>Lines that the document has, with nothing on them.</summary>
    public IReadOnlyList<string> LeftEmpty { get; private set; } = [];

    /// <summary>Lines that the document does not have at all.</summary>
    public IReadOnlyList<string> NotThere { get; private set; } = [];

    /// <summary>What the Monitoring Officer has said where the protocol is silent.</summary>
    public IReadOnlyList<RulingAsRead> Silences { get; private set; } = [];

    public ProtocolAdoption? Adoption { get; private set; }

    public IReadOnlyList<SettledByCouncil> Settled { get; private set; } = [];

    public IReadOnlyList<ArrangementRule> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var today = current.Today;
        var inForce = await db
            .TextEditions.AsNoTracking()
            .Where(row => row.From <= today)
            .OrderByDescending(row => row.From)
            .ThenByDescending(row => row.RecordedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var edition = inForce;
        if (Edition is not null)
        {
            edition = Guid.TryParseExact(Edition, "N", out var id)
                ? await db.TextEditions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
                : null;
            if (edition is null)
            {
                throw new NotFoundException();
            }
        }

        if (edition is null)
        {
            return Page();
        }

        IsOlder = edition.Id != inForce?.Id;
        ReadFrom = edition.From;
        Read = await library.ReadAsync(edition.Texts, cancellationToken);
        var rulings = await RulingAsRead.AllAsync(db, today, cancellationToken);
        Clauses = [.. ClauseAsRead.AllOf(Read, linked: !IsOlder).Select(clause => IsOlder ? clause : clause.With(rulings))];
        Silences = [.. rulings.Where(ruling => !IsOlder && ruling.Ruling.ClauseIds.Count == 0)];
        var words = (Search ?? "")[..Math.Min(Search?.Length ?? 0, LongestSearch)]
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Shown = words.Length == 0 ? Clauses : [.. Clauses.Where(clause => clause.Contains(words))];
        ReadControl(Read.File.Control);
        await ReadCouncilsOwnAsync(Read.Protocol, today, cancellationToken);
        return Page();
    }

    private void ReadControl(DocumentControl control)
    {
        Control = [.. ControlLines.Select(line => (line.Label, control.Value(line.Key) ?? "")).Where(line => line.Item2.Length > 0)];
        LeftEmpty = [.. ControlLines.Where(line => control.Value(line.Key) is { Length: 0 }).Select(line => line.Label)];
        NotThere = [.. ControlLines.Where(line => control.Value(line.Key) is null).Select(line => line.Label)];
    }

    private async Task ReadCouncilsOwnAsync(Comity.Protocols.Protocol protocol, DateOnly today, CancellationToken cancellationToken)
    {
        var (key, rules) = (protocol.Key, ArrangementRules.Under(protocol));
        Adoption = await db
            .ProtocolAdoptions.AsNoTracking()
            .Where(row => row.ProtocolKey == key && row.From <= today && (row.Until == null || row.Until >= today))
            .OrderByDescending(row => row.From)
            .FirstOrDefaultAsync(cancellationToken);
        var rows = await db
            .Arrangements.AsNoTracking()
            .Where(row => row.From <= today && (row.Until == null || row.Until >= today))
            .Select(row => new
            {
                Arrangement = row,
                Author = db.People.Where(person => person.Id == row.AuthorPersonId).Select(person => person.FullName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        Settled =
        [
            .. rules.SelectMany(rule =>
                rows.Where(row => row.Arrangement.Key == rule.Key)
                    .Select(row => new SettledByCouncil(
                        rule.Title,
                        rule.Silence,
                        ArrangedInWords.Of(row.Arrangement),
                        row.Arrangement.Minute,
                        row.Author ?? "",
                        row.Arrangement.From.InWords()
                    ))
            ),
        ];
        Open = [.. rules.Where(rule => !rows.Exists(row => row.Arrangement.Key == rule.Key))];
    }
}
