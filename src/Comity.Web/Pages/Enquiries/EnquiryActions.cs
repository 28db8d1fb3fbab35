using Comity.Service.Appointments;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Web.Pages.Enquiries;

/// <summary>What somebody can do with an enquiry as it stands: text and path of each. What the protocol and the council's arrangements do not give is not offered.</summary>
internal static class EnquiryActions
{
    public static IReadOnlyList<(string Text, string Path)> For(
        Standing standing,
        IReadOnlyList<DutyShown> duties,
        bool mayLeaveUnanswered,
        bool mayGoFurther,
        bool mayChangeKind,
        bool isRoomOpen,
        DateOnly today
    )
    {
        var matter = standing.Matter;
        var asker = EnquiryKind.Find(matter.Kind) is { IsForOfficersToo: true } ? "whoever asked" : "the member";
        var owed = duties.Where(duty => duty.State == DutyState.Owed && duty.Kind != MembersAnswer.Duty).ToList();
        var isForAdvice = matter.Kind == EnquiryKind.Advice.Key;
        var isPaused = owed.Exists(duty => duty.IsPaused);
        var hasProposal = ProposeDate.IsPending(standing);
        var isOpen = matter.State != MatterState.Closed;
        var isRunning = matter.State is MatterState.Open or MatterState.Acknowledged;
        var mayFollowUp = isOpen && !(matter.State == MatterState.Answered && matter.FollowUpUntil < today);
        (bool May, string Text, string Path)[] all =
        [
            (Meetings.IsFor(matter) && (standing.IsOwner || standing.IsAsker), "The meeting: times, agreement, calendar", "appointment"),
            (isForAdvice && standing.IsOwner, "Write the advice", "advice"),
            (isForAdvice && standing.IsAsker, "The advice", "advice"),
            (isRoomOpen && isRunning, "Say whether there is room for it", "room"),
            (standing.IsOwner && isOpen, "Reply in full", "reply"),
            (standing.IsOwner && isRunning && DeclineEnquiry.IsOffered(matter), "Say why this cannot be done", "decline"),
            (standing.IsOwner && matter.State == MatterState.Open, "Acknowledge", "acknowledge"),
            (standing.IsOwner && isRunning, $"Tell {asker} of a delay", "delay"),
            (standing.IsOwner && isRunning, $"Tell {asker} how it is going", "progress"),
            (standing.IsOwner && isRunning, $"Ask {asker} something", "ask-member"),
            (standing.IsOwner && isRunning && !isPaused && owed.Exists(duty => duty.MayPause), $"Ask {asker} something and pause", "pause"),
            (standing.IsOwner && isRunning && !isPaused && owed.Exists(duty => duty.MayExtend), "Put the date back", "extend"),
            (
                standing.IsOwner && isRunning && !isPaused && !hasProposal && owed.Exists(duty => duty.MayAgree && duty.Due >= today),
                $"Agree a later date with {asker}",
                "propose-date"
            ),
            (standing.IsAsker && isRunning && hasProposal, "Agree to a later date, or not", "agree-date"),
            (standing.IsOwner && isRunning && mayLeaveUnanswered, "Leave an abusive message unanswered", "unanswered"),
            (
                standing.MaySee(Parts.Content) && InformationItems.IsAskedIn(matter),
                standing.IsOwner && isOpen ? "Decide on what was asked for" : "What was asked for, and what may be seen",
                "information"
            ),
            (standing.MaySee(Parts.Notes) && isOpen, "Pass it to somebody else", "reassign"),
            (mayChangeKind && isRunning, "Change what it is", "kind"),
            (standing.MaySee(Parts.Notes), "Add a note for officers", "note"),
            (standing.IsAsker && isRunning && (isPaused || MembersAnswer.IsAwaited(standing)), "Answer the officer", "answer"),
            (standing.IsAsker && mayGoFurther, "Take the overdue reply further", "further"),
            (standing.IsAsker && mayFollowUp, "Follow up", "follow-up"),
            (standing.IsAsker && matter.AnsweredAt is not null, "Say how satisfied you are", "rate"),
            (standing.IsAsker && isOpen, "Close it", "close"),
        ];
        return [.. all.Where(action => action.May).Select(action => (action.Text, action.Path))];
    }
}
