using Comity.Service.Matters;

namespace Comity.Service.Concerns.Raising;

/// <summary>Concerns that are being written, each kept sealed for its writer alone.</summary>
public sealed class ConcernDrafts(SealedDrafts drafts)
{
    private const string Kind = "concern";

    public Task<Guid> StartAsync(Viewer viewer, CancellationToken cancellationToken) =>
        drafts.StartAsync(Kind, viewer, new ConcernDraft(), cancellationToken);

    public Task<ConcernDraft?> FindAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        drafts.FindAsync<ConcernDraft>(Kind, id, viewer, cancellationToken);

    public Task<IReadOnlyList<(Guid Id, DateTime ChangedAt)>> OfAsync(Viewer viewer, CancellationToken cancellationToken) =>
        drafts.OfAsync(Kind, viewer, cancellationToken);

    public Task ChangeAsync(Guid id, Viewer viewer, ConcernDraft draft, CancellationToken cancellationToken) =>
        drafts.ChangeAsync(Kind, id, viewer, draft, cancellationToken);

    public Task<DraftFile> AddFileAsync(Guid id, IncomingFile file, CancellationToken cancellationToken) =>
        drafts.AddFileAsync(id, file, cancellationToken);

    public Task<IReadOnlyList<IncomingFile>> FilesAsync(ConcernDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return drafts.FilesAsync(draft.Files, cancellationToken);
    }

    public Task ThrowAwayAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        drafts.ThrowAwayAsync(Kind, id, viewer, cancellationToken);

    /// <inheritdoc cref="SealedDrafts.TakeAsync"/>
    internal Task<bool> TakeAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        drafts.TakeAsync(Kind, id, viewer, cancellationToken);
}
