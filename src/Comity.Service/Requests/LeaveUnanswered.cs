using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <param name="Reason">Why the message need not be answered; kept on the record and shown to the member.</param>
/// <param name="Channel">In which way it came, by the vocabulary's word; of a call the reason is the note that is kept of it.</param>
public sealed record LeaveUnansweredRequest(MatterAt At, bool Abusive, string Reason, string? Channel = null);

/// <summary>The officer leaves an abusive message unanswered, where the protocol allows it. The duty to reply is lifted and the record says why.</summary>
public sealed class LeaveUnanswered(
    Enquiries enquiries,
    EnquiryRules rules,
    Decisions decisions,
    Messages messages,
    Duties duties,
    MembersAnswer asked,
    EnquiryNotices notices
)
{
    private const string Lifted = "The message need not be answered.";

    public Task<ActResult> ExecuteAsync(LeaveUnansweredRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State is not (MatterState.Open or MatterState.Acknowledged))
                {
                    return new("It has been answered already.", Audience.SafeguardSource);
                }

                var answer = await rules.MayLeaveUnansweredAsync(matter, request.Abusive, request.Channel, write.Today, cancellationToken);
                if (!answer.Counts)
                {
                    return new(answer.Why, answer.Source);
                }

                matter.State = MatterState.Closed;
                matter.ClosedAt = write.At;
                await decisions.KeepAsync(write, matter, answer.Decision, cancellationToken);
                await messages.PostAsync(write, matter, "no-reply", Parts.Content, request.Reason, [], cancellationToken);
                await duties.EndAsync(write, matter, EnquiryRules.Replies, DutyState.Lifted, answer.Source, Lifted, cancellationToken);
                await asked.LiftAsync(write, matter, Lifted, cancellationToken);
                await notices.TellMemberAsync(
                    write,
                    matter,
                    "The officer has recorded that it will not be answered, and why.",
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
}
