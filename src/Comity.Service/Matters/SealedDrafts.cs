using System.Text.Json;
using Comity.Service.Content;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>
/// Keeps what is being written, between pages. A draft is nobody's business but its writer's, so it is neither recorded nor granted; what is thrown away is
/// gone, with the key that sealed it.
/// </summary>
public sealed class SealedDrafts(ComityDb db, ContentStore contents, ViewerTokens tokens, TimeProvider clock)
{
    private const string Part = "draft";

    public async Task<Guid> StartAsync<TAnswers>(string kind, Viewer viewer, TAnswers answers, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var content = await contents.AddTextAsync(id, Part, ContentClass.Sealed, JsonSerializer.Serialize(answers), cancellationToken);
        db.Drafts.Add(
            new Draft
            {
                Id = id,
                Kind = kind,
                OwnerToken = TokenOf(viewer),
                ContentId = content.Id,
                ChangedAt = clock.GetUtcNow().UtcDateTime,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    public async Task<TAnswers?> FindAsync<TAnswers>(string kind, Guid id, Viewer viewer, CancellationToken cancellationToken)
        where TAnswers : class
    {
        var draft = await RowAsync(kind, id, viewer, cancellationToken);
        return draft is not null && await contents.ReadTextAsync(draft.ContentId, cancellationToken) is { } text
            ? JsonSerializer.Deserialize<TAnswers>(text)
            : null;
    }

    public async Task ChangeAsync<TAnswers>(string kind, Guid id, Viewer viewer, TAnswers answers, CancellationToken cancellationToken)
    {
        var draft = await RowAsync(kind, id, viewer, cancellationToken) ?? throw new InvalidOperationException("The draft is gone.");
        var old = draft.ContentId;
        var content = await contents.AddTextAsync(id, Part, ContentClass.Sealed, JsonSerializer.Serialize(answers), cancellationToken);
        draft.ContentId = content.Id;
        draft.ChangedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellationToken);
        await db.Contents.Where(item => item.Id == old).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<DraftFile> AddFileAsync(Guid id, IncomingFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var content = await contents.AddBytesAsync(id, Part, ContentClass.Sealed, file.Bytes, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new DraftFile(AttachmentPolicy.CleanName(file.Name), content.Id, file.Bytes.LongLength);
    }

    public async Task<IReadOnlyList<IncomingFile>> FilesAsync(IEnumerable<DraftFile> attached, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attached);
        var files = new List<IncomingFile>();
        foreach (var file in attached)
        {
            files.Add(new IncomingFile(file.Name, await contents.ReadBytesAsync(file.ContentId, cancellationToken) ?? []));
        }

        return files;
    }

    /// <summary>The writer's own drafts of the kind, the last changed first.</summary>
    public async Task<IReadOnlyList<(Guid Id, DateTime ChangedAt)>> OfAsync(string kind, Viewer viewer, CancellationToken cancellationToken)
    {
        var token = TokenOf(viewer);
        var rows = await db
            .Drafts.AsNoTracking()
            .Where(draft => draft.OwnerToken == token && draft.Kind == kind)
            .OrderByDescending(draft => draft.ChangedAt)
            .Select(draft => new { draft.Id, draft.ChangedAt })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, row.ChangedAt))];
    }

    public async Task ThrowAwayAsync(string kind, Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await TakeAsync(kind, id, viewer, cancellationToken))
        {
            await db.MatterKeys.Where(key => key.MatterId == id).ExecuteDeleteAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Ends a draft inside the transaction that makes its matter. Only one of two posts of the same form gets it: the row's lock decides. The
    /// key stays, because the matter that comes of the draft has its id.
    /// </summary>
    /// <returns>False when it is gone, or is not the viewer's.</returns>
    internal async Task<bool> TakeAsync(string kind, Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        var token = TokenOf(viewer);
        if (
            await db
                .Drafts.Where(draft => draft.Id == id && draft.Kind == kind && draft.OwnerToken == token)
                .ExecuteDeleteAsync(cancellationToken) == 0
        )
        {
            return false;
        }

        await db.Contents.Where(item => item.MatterId == id && item.Part == Part).ExecuteDeleteAsync(cancellationToken);
        return true;
    }

    /// <summary>Erases every draft of the kind that nobody has changed since, with the key that sealed it.</summary>
    /// <returns>How many.</returns>
    internal async Task<int> EraseAsync(string kind, DateTime since, CancellationToken cancellationToken)
    {
        var left = await db
            .Drafts.AsNoTracking()
            .Where(draft => draft.Kind == kind && draft.ChangedAt < since)
            .Select(draft => draft.Id)
            .ToListAsync(cancellationToken);
        var erased = 0;
        foreach (var id in left)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

            // Sent in this very moment, it is a matter and keeps its key: whoever deletes the row has it.
            if (await db.Drafts.Where(draft => draft.Id == id && draft.ChangedAt < since).ExecuteDeleteAsync(cancellationToken) == 1)
            {
                await db.Contents.Where(item => item.MatterId == id && item.Part == Part).ExecuteDeleteAsync(cancellationToken);
                await db.MatterKeys.Where(key => key.MatterId == id).ExecuteDeleteAsync(cancellationToken);
                erased++;
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return erased;
    }

    private Task<Draft?> RowAsync(string kind, Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        var token = TokenOf(viewer);
        return db.Drafts.SingleOrDefaultAsync(
            draft => draft.Id == id && draft.Kind == kind && draft.OwnerToken == token,
            cancellationToken
        );
    }

    private string TokenOf(Viewer viewer) => tokens.Person(viewer.PersonId, ContentClass.Sealed);
}
