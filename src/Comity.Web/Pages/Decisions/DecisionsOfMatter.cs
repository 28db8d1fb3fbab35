using System.Globalization;
using Comity.Protocols;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Decisions;

/// <summary>The decisions that were kept in a matter, in words. Whoever asks for them has seen to it that the viewer may read what is said there.</summary>
public sealed class DecisionsOfMatter(ComityDb db, ContentStore contents, Library library)
{
    public async Task<IReadOnlyList<DecisionAsRead>> ReadAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
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

        return decisions;
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
