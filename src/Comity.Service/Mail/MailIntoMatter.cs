using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Mail;

/// <summary>
/// An answer to a notice joins its matter as what its sender would have written there. A member's is a follow-up, or the answer that a paused clock waits for. An
/// officer's is the full reply only where its first line says so: a duty is not met by a guess.
/// </summary>
public sealed class MailIntoMatter(
    ComityDb db,
    Enquiries enquiries,
    EnquiryClocks clocks,
    FollowUpEnquiry followUp,
    AnswerOfficer answer,
    ReplyToEnquiry reply,
    ReportProgress progress,
    TimeProvider clock
)
{
    public const string FullReply = "full reply";
    public const string Progress = "progress";

    /// <returns>Why it is held; null when it has joined.</returns>
    public async Task<HeldBecause?> JoinAsync(
        IncomingMail mail,
        ReadMail read,
        string token,
        Guid sender,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(viewer);
        var given = await db.ReplyAddresses.AsNoTracking().SingleOrDefaultAsync(row => row.Token == token, cancellationToken);
        if (given is null || given.PersonId != sender)
        {
            return given is null ? HeldBecause.UnknownAddress : HeldBecause.NotTheirAddress;
        }

        var reference = await db.Matters.Where(row => row.Id == given.MatterId).Select(row => row.Reference).SingleAsync(cancellationToken);
        if (await enquiries.FindAsync(reference, viewer, cancellationToken) is not { } standing)
        {
            return HeldBecause.NotTheirAddress;
        }

        if (standing.Matter.State == MatterState.Closed)
        {
            return HeldBecause.Closed;
        }

        var at = new MatterAt(reference, standing.Matter.Version);
        var words = QuotedText.Written(read.Text);
        var (files, _) = MailContents.Sorted(read);
        mail.MatterId = given.MatterId;
        PlaceMail.Decide(mail, MailState.Joined, clock.GetUtcNow().UtcDateTime);
        var result =
            standing.IsAsker && await IsAskedAsync(standing, cancellationToken)
                ? await answer.ExecuteAsync(new AnswerOfficerRequest(at, words, files), viewer, cancellationToken)
            : standing.IsAsker ? await followUp.ExecuteAsync(new FollowUpEnquiryRequest(at, words, files), viewer, cancellationToken)
            : standing.IsOwner ? await OfficersAsync(at, words, files, viewer, cancellationToken)
            : null;
        if (result is ActResult.Done)
        {
            return null;
        }

        // It stays with the matter that it answers: whoever says what it is finds it there.
        mail.MatterId = standing.IsOwner ? given.MatterId : null;
        return standing.IsOwner && result is null ? HeldBecause.WhatIsIt : HeldBecause.ByTheRules;
    }

    private async Task<ActResult?> OfficersAsync(
        MatterAt at,
        string words,
        IReadOnlyList<IncomingFile> files,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var end = words.IndexOf('\n', StringComparison.Ordinal);
        var first = (end < 0 ? words : words[..end]).Trim().TrimEnd('.', ':', '!').ToLowerInvariant();
        var rest = end < 0 ? "" : words[(end + 1)..].Trim();
        return (first, rest.Length, files.Count) switch
        {
            (FullReply, > 0, _) => await reply.ExecuteAsync(new ReplyToEnquiryRequest(at, rest, files), viewer, cancellationToken),

            // News of how it is going takes no files.
            (Progress, > 0, 0) => await progress.ExecuteAsync(new ReportProgressRequest(at, rest), viewer, cancellationToken),
            _ => null,
        };
    }

    private async Task<bool> IsAskedAsync(Standing standing, CancellationToken cancellationToken) =>
        MembersAnswer.IsAwaited(standing) || await clocks.IsPausedAsync(standing, clock.Today(), cancellationToken);
}
