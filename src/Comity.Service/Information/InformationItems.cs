using System.Text.Json;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Information;

/// <summary>The items of a request with their words. It does not ask who reads: whoever calls it has the matter's standing in hand.</summary>
public sealed class InformationItems(ComityDb db, ContentStore contents)
{
    /// <summary>Why nothing is found or decided any more.</summary>
    internal const string Closed = "It is closed. The member can ask again and say that it is about this one.";

    /// <summary>Whether something asked through the front door can be a wish for information.</summary>
    public static bool IsAskedIn(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return EnquiryKind.Find(matter.Kind) is { Act: "inspect-document" or "ask-information", OfService: true };
    }

    public async Task<IReadOnlyList<ItemAsRead>> OfAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var items = await db
            .InformationItems.Where(item => item.MatterId == matter.Id)
            .OrderBy(item => item.Number)
            .ToListAsync(cancellationToken);
        var questions = await db
            .ItemQuestions.Where(question => question.MatterId == matter.Id)
            .OrderBy(question => question.AskedAt)
            .ToListAsync(cancellationToken);
        var ids = items
            .SelectMany(item =>
                new[] { item.AskedContentId, item.NeedContentId, item.FoundContentId, item.ConsentContentId, item.RulingContentId }
            )
            .Concat(questions.SelectMany(question => new Guid?[] { question.WordsContentId, question.AnswerContentId }))
            .OfType<Guid>()
            .ToList();
        var texts = await contents.ReadTextsAsync(ids, cancellationToken);
        return
        [
            .. items.Select(item => new ItemAsRead(
                item,
                Text(item.AskedContentId) ?? "Erased",
                Read<StatedNeed>(item.NeedContentId),
                Read<ItemFindings>(item.FoundContentId),
                Read<ItemConsents>(item.ConsentContentId) ?? new ItemConsents(),
                Read<ItemRuling>(item.RulingContentId),
                [
                    .. questions
                        .Where(question => question.ItemId == item.Id)
                        .Select(question => new QuestionAsRead(
                            question,
                            Text(question.WordsContentId) ?? "Erased",
                            Text(question.AnswerContentId)
                        )),
                ]
            )),
        ];

        string? Text(Guid? id) => id is { } known && texts.TryGetValue(known, out var found) ? found.Text : null;
        T? Read<T>(Guid? id)
            where T : class => Text(id) is { } text ? JsonSerializer.Deserialize<T>(text) : null;
    }

    /// <summary>One item by its number; null where there is none.</summary>
    public async Task<ItemAsRead?> FindAsync(Matter matter, int number, CancellationToken cancellationToken) =>
        (await OfAsync(matter, cancellationToken)).FirstOrDefault(item => item.Item.Number == number);

    /// <summary>How many are not decided, or are waited for.</summary>
    public Task<int> OpenAsync(Guid matterId, CancellationToken cancellationToken) =>
        db.InformationItems.CountAsync(item => item.MatterId == matterId && item.Outcome == ItemOutcome.Open, cancellationToken);

    /// <summary>Keeps words of an item and puts them on record, under the part they belong to.</summary>
    internal async Task<Guid> KeepAsync<T>(
        CouncilWrite write,
        Matter matter,
        InformationItem item,
        string part,
        string kind,
        T words,
        CancellationToken cancellationToken
    )
    {
        var text = words as string ?? JsonSerializer.Serialize(words);
        var kept = await contents.AddTextAsync(matter.Id, part, Parts.ClassOf(matter, part), text, cancellationToken);
        write.Record(kind, matter, part, new JsonObject { ["item"] = item.Number, ["text"] = text });
        return kept.Id;
    }
}
