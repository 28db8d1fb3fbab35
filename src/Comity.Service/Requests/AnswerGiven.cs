using Comity.Service.Matters;
using Comity.Service.Record;

namespace Comity.Service.Requests;

/// <summary>
/// What follows from an answer, whichever act gave it: what was owed is met, the time for following up begins, and whoever is to have a copy of an answer on
/// a ward matter gets one, as far as the protocol wants it of an answer of this kind.
/// </summary>
public sealed class AnswerGiven(EnquiryRules rules, EnquiryClocks clocks, Duties duties, MembersAnswer asked, ReplyCopies copies)
{
    /// <param name="met">The kinds of duty that this answer meets.</param>
    /// <param name="how">Why nothing is owed any more, for the ledger.</param>
    /// <param name="whyNotCopied">Why it is copied to nobody where the protocol wants copies; kept on the record.</param>
    internal async Task SettleAsync(
        CouncilWrite write,
        Matter matter,
        IReadOnlyCollection<string> met,
        string how,
        string? whyNotCopied,
        CancellationToken cancellationToken
    )
    {
        matter.State = MatterState.Answered;
        matter.AnsweredAt = write.At;
        matter.FollowUpUntil = await clocks.FollowUpUntilAsync(write.Today, cancellationToken);
        var source = await rules.ReplySourceAsync(matter, write.Today, cancellationToken);
        await duties.EndAsync(write, matter, met, DutyState.Met, source, how, cancellationToken);
        await asked.LiftAsync(write, matter, "It was answered without it.", cancellationToken);
        await copies.GiveAsync(write, matter, whyNotCopied, cancellationToken);
    }
}
