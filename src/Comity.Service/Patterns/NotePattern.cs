using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Patterns;

/// <param name="Next">One of <see cref="NextStep"/>.</param>
public sealed record NotePatternRequest(Guid MemberId, string? Note, string? Next);

/// <summary>
/// The Monitoring Officer writes down what they make of how much a member asks, and what comes next. No step shuts a member out: a request is never refused
/// because of it.
/// </summary>
public sealed class NotePattern(ComityDb db, RequestPatterns patterns, CouncilWrites writes, ContentStore contents, ViewerTokens tokens)
{
    public const int LongestNote = 2_000;

    private const string Part = "pattern";

    public sealed record Written(string Note, string Next, Guid ById, DateTime At);

    public async Task<RegisterChange> ExecuteAsync(NotePatternRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!await patterns.MayJudgeAsync(viewer, request.MemberId, cancellationToken))
        {
            return new RegisterChange.Missing();
        }

        var errors = new FieldErrors();
        errors.Text(request.Note, nameof(request.Note), "Enter what you make of it", LongestNote);
        errors.When(!NextStep.All.Contains(request.Next), nameof(request.Next), "Choose what comes next");
        if (errors.Any)
        {
            return errors.Refused;
        }

        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var id = write.NewId();
        var said = new JsonObject
        {
            ["note"] = request.Note!.Trim(),
            ["next"] = request.Next,
            ["by"] = $"{viewer.PersonId:N}",
        };
        var content = await contents.AddTextAsync(id, Part, ContentClass.Sealed, CanonicalJson.Write(said), cancellationToken);
        db.PatternNotes.Add(
            new PatternNote
            {
                Id = id,
                AboutToken = tokens.Person(request.MemberId, ContentClass.Sealed),
                AuthorToken = tokens.Person(viewer.PersonId, ContentClass.Sealed),
                ContentId = content.Id,
                At = write.At,
            }
        );
        write.Record("pattern-noted", new JsonObject { ["note"] = $"{id:N}", ["content"] = $"{content.Id:N}" });
        await write.CommitAsync(cancellationToken);
        return new RegisterChange.Done(id);
    }

    /// <summary>What was written of one member, the latest first; for whoever may judge it.</summary>
    public async Task<IReadOnlyList<Written>> OfAsync(Viewer viewer, Guid member, CancellationToken cancellationToken)
    {
        if (!await patterns.MayJudgeAsync(viewer, member, cancellationToken))
        {
            return [];
        }

        var about = tokens.Person(member, ContentClass.Sealed);
        var notes = await db
            .PatternNotes.AsNoTracking()
            .Where(note => note.AboutToken == about)
            .OrderByDescending(note => note.At)
            .ToListAsync(cancellationToken);
        var texts = await contents.ReadTextsAsync([.. notes.Select(note => note.ContentId)], cancellationToken);
        return
        [
            .. notes
                .Where(note => texts.ContainsKey(note.ContentId))
                .Select(note => (note.At, Said: JsonNode.Parse(texts[note.ContentId].Text)!))
                .Select(one => new Written(
                    (string)one.Said["note"]!,
                    (string)one.Said["next"]!,
                    Guid.ParseExact((string)one.Said["by"]!, "N"),
                    one.At
                )),
        ];
    }
}
