using System.Text.Json;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>
/// Keeps drafts between pages. A draft is nobody's business but its writer's, so it is neither recorded nor granted; what is thrown away is
/// gone, with the key that sealed it.
/// </summary>
public sealed class Drafts(ComityDb db, ContentStore contents, ViewerTokens tokens, TimeProvider clock)
{
    private const string Part = "draft";

    public async Task<Guid> StartAsync(Viewer viewer, DraftAnswers answers, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var content = await contents.AddTextAsync(id, Part, ContentClass.Sealed, JsonSerializer.Serialize(answers), cancellationToken);
        db.EnquiryDrafts.Add(
            new EnquiryDraft
            {
                Id = id,
                OwnerToken = TokenOf(viewer),
                ContentId = content.Id,
                ChangedAt = clock.GetUtcNow().UtcDateTime,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    public async Task<DraftAnswers?> FindAsync(Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        var draft = await RowAsync(id, viewer, cancellationToken);
        return draft is not null && await contents.ReadTextAsync(draft.ContentId, cancellationToken) is { } text
            ? JsonSerializer.Deserialize<DraftAnswers>(text)
            : null;
    }

    public async Task ChangeAsync(Guid id, Viewer viewer, DraftAnswers answers, CancellationToken cancellationToken)
    {
        var draft = await RowAsync(id, viewer, cancellationToken) ?? throw new InvalidOperationException("The draft is gone.");
        var old = draft.ContentId;
        var content = await contents.AddTextAsync(id, Part, ContentClass.Sealed, JsonSerializer.Serialize(answers), cancellationToken);
        draft.ContentId = content.Id;
        draft.ChangedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellationToken);
        await db.Contents.Where(item => item.Id == old).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<DraftFile> AddFileAsync(Guid id, IncomingFile file, CancellationToken cancellationToken)
    {
        var content = await contents.AddBytesAsync(id, Part, ContentClass.Sealed, file.Bytes, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new DraftFile(AttachmentPolicy.CleanName(file.Name), content.Id, file.Bytes.LongLength);
    }

    public async Task<IReadOnlyList<IncomingFile>> FilesAsync(DraftAnswers answers, CancellationToken cancellationToken)
    {
        var files = new List<IncomingFile>(answers.Files.Count);
        foreach (var file in answers.Files)
        {
            files.Add(new IncomingFile(file.Name, await contents.ReadBytesAsync(file.ContentId, cancellationToken) ?? []));
        }

        return files;
    }

    public async Task ThrowAwayAsync(Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await TakeAsync(id, viewer, cancellationToken))
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
    internal async Task<bool> TakeAsync(Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        var token = TokenOf(viewer);
        if (await db.EnquiryDrafts.Where(draft => draft.Id == id && draft.OwnerToken == token).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        await db.Contents.Where(item => item.MatterId == id && item.Part == Part).ExecuteDeleteAsync(cancellationToken);
        return true;
    }

    private Task<EnquiryDraft?> RowAsync(Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        var token = TokenOf(viewer);
        return db.EnquiryDrafts.SingleOrDefaultAsync(draft => draft.Id == id && draft.OwnerToken == token, cancellationToken);
    }

    private string TokenOf(Viewer viewer) => tokens.Person(viewer.PersonId, ContentClass.Sealed);
}
