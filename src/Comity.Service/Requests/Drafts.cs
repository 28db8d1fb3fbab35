using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <summary>What somebody is about to ask, kept sealed between pages.</summary>
public sealed class Drafts(SealedDrafts drafts)
{
    private const string Kind = "enquiry";

    public Task<Guid> StartAsync(Viewer viewer, DraftAnswers answers, CancellationToken cancellationToken) =>
        drafts.StartAsync(Kind, viewer, answers, cancellationToken);

    public Task<DraftAnswers?> FindAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        drafts.FindAsync<DraftAnswers>(Kind, id, viewer, cancellationToken);

    public Task ChangeAsync(Guid id, Viewer viewer, DraftAnswers answers, CancellationToken cancellationToken) =>
        drafts.ChangeAsync(Kind, id, viewer, answers, cancellationToken);

    public Task<DraftFile> AddFileAsync(Guid id, IncomingFile file, CancellationToken cancellationToken) =>
        drafts.AddFileAsync(id, file, cancellationToken);

    public Task<IReadOnlyList<IncomingFile>> FilesAsync(DraftAnswers answers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return drafts.FilesAsync(answers.Files, cancellationToken);
    }

    public Task ThrowAwayAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        drafts.ThrowAwayAsync(Kind, id, viewer, cancellationToken);

    /// <inheritdoc cref="SealedDrafts.TakeAsync"/>
    internal Task<bool> TakeAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        drafts.TakeAsync(Kind, id, viewer, cancellationToken);
}
