using System.Globalization;
using Comity.Protocols;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Decisions;

/// <summary>Each decision that something was done on in an enquiry, with what it was decided from, so that anybody in it can have it decided again.</summary>
public sealed class IndexModel(
    ComityDb db,
    Comity.Service.Requests.Enquiries enquiries,
    ContentStore contents,
    Library library,
    ReplayDecision replay,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    public IReadOnlyList<DecisionAsRead> Decisions { get; private set; } = [];

    /// <summary>The decision that was just decided again.</summary>
    public Guid? AgainId { get; private set; }

    public Replayed? Again { get; private set; }

    protected override bool May(Standing standing) => standing.MaySee(Parts.Content);

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await ShowAsync(Matter, cancellationToken);
        return Page();
    }

    /// <summary>Deciding again changes nothing, so the page itself is the answer.</summary>
    public async Task<IActionResult> OnPostAsync(string? decision, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var matterId = Matter.Id;
        if (
            !Guid.TryParseExact(decision, "N", out var id)
            || !await db.Decisions.AnyAsync(row => row.Id == id && row.MatterId == matterId, cancellationToken)
        )
        {
            throw new NotFoundException();
        }

        Again = await replay.ExecuteAsync(id, cancellationToken);
        AgainId = id;
        await ShowAsync(Matter, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(Matter matter, CancellationToken cancellationToken)
    {
        var taken = await db
            .Decisions.AsNoTracking()
            .Where(row => row.MatterId == matter.Id)
            .OrderBy(row => row.TakenAt)
            .ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var texts = await contents.ReadTextsAsync(
            [.. taken.SelectMany(row => new[] { row.SituationContentId, row.AnswerContentId })],
            cancellationToken
        );
        var decisions = new List<DecisionAsRead>();
        foreach (var row in taken)
        {
            var read = await library.ReadAsync(row.Texts, cancellationToken);
            decisions.Add(
                new DecisionAsRead(
                    row.Id,
                    row.TakenAt,
                    row.Outcome,
                    texts.TryGetValue(row.SituationContentId, out var situation) ? InWords(situation.Text, read.Vocabulary) : [],
                    texts.TryGetValue(row.AnswerContentId, out var answer) ? answer.Text : null,
                    answer is null ? [] : ClausesOf(answer.Text, read),
                    row.Texts.Split('\n'),
                    row.EngineSemantics
                )
            );
        }

        Decisions = decisions;
    }

    private static List<(string What, string Value)> InWords(string text, Vocabulary vocabulary)
    {
        var situation = Situation.Parse(new SourceText("situation", text), vocabulary).Build();
        var rows = new List<(string, string)>
        {
            ("What is done", vocabulary.Acts.TryGetValue(situation.Act, out var act) ? act.Label : situation.Act),
        };
        Add("By", situation.By);
        Add("To", situation.To);
        Add("About", situation.About);
        foreach (var (name, value) in situation.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            var fact = vocabulary.Facts.GetValueOrDefault(name);
            rows.Add(
                (
                    fact is { Question.Length: > 0 } ? fact.Question : name,
                    fact?.Choices.FirstOrDefault(choice => choice.Name == value)?.Label ?? DayOr(value)
                )
            );
        }

        if (situation.On is { } day)
        {
            rows.Add(("On", day.InWords()));
        }

        return rows;

        void Add(string what, IReadOnlyList<string> roles)
        {
            if (roles.Count > 0)
            {
                rows.Add(
                    (
                        what,
                        string.Join(" and ", roles.Select(role => vocabulary.Roles.TryGetValue(role, out var found) ? found.Label : role))
                    )
                );
            }
        }
    }

    private static string DayOr(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.InWords() : value;

    private static List<(string Number, string Heading, string Norm)> ClausesOf(string answer, ReadTogether read) =>
        [
            .. answer
                .Split('\n')
                .Where(line => line.StartsWith("decided-by ", StringComparison.Ordinal))
                .Select(line => line["decided-by ".Length..])
                .Select(norm =>
                    read.Protocol.Norms.FirstOrDefault(found => found.Id == norm) is { } found
                        ? (found.Clause.Number, found.Clause.Heading, norm)
                        : ("", "", norm)
                ),
        ];
}
