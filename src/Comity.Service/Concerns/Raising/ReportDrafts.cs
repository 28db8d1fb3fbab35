using Comity.Service.Matters;

namespace Comity.Service.Concerns.Raising;

/// <summary>
/// What somebody without an account has filled in and not sent yet. Nobody was given a code for it, so that nobody can come back to it: what is left is erased after a day.
/// </summary>
public sealed class ReportDrafts(SealedDrafts drafts, TimeProvider clock)
{
    private const string Kind = "concern-report";

    /// <summary>How long it is kept, as the page says.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(1);

    public Task<Guid> StartAsync(Viewer reporter, CancellationToken cancellationToken) =>
        drafts.StartAsync(Kind, reporter, new ConcernDraft(), cancellationToken);

    public Task<ConcernDraft?> FindAsync(Guid id, Viewer reporter, CancellationToken cancellationToken) =>
        drafts.FindAsync<ConcernDraft>(Kind, id, reporter, cancellationToken);

    public Task ChangeAsync(Guid id, Viewer reporter, ConcernDraft draft, CancellationToken cancellationToken) =>
        drafts.ChangeAsync(Kind, id, reporter, draft, cancellationToken);

    public Task<DraftFile> AddFileAsync(Guid id, IncomingFile file, CancellationToken cancellationToken) =>
        drafts.AddFileAsync(id, file, cancellationToken);

    public Task<IReadOnlyList<IncomingFile>> FilesAsync(ConcernDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return drafts.FilesAsync(draft.Files, cancellationToken);
    }

    public Task ThrowAwayAsync(Guid id, Viewer reporter, CancellationToken cancellationToken) =>
        drafts.ThrowAwayAsync(Kind, id, reporter, cancellationToken);

    /// <summary>Erases what was left for longer than <see cref="Kept"/>.</summary>
    /// <returns>How many.</returns>
    public Task<int> EraseLeftAsync(CancellationToken cancellationToken) =>
        drafts.EraseAsync(Kind, clock.GetUtcNow().UtcDateTime - Kept, cancellationToken);

    /// <inheritdoc cref="SealedDrafts.TakeAsync"/>
    internal Task<bool> TakeAsync(Guid id, Viewer reporter, CancellationToken cancellationToken) =>
        drafts.TakeAsync(Kind, id, reporter, cancellationToken);
}
