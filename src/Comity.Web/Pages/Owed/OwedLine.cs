using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Web.Pages.Owed;

/// <summary>One thing that is owed.</summary>
public sealed record OwedLine(string Reference, string Subject, string MatterKind, string DutyKind, DateOnly? DueOn, DutyState State)
{
    public string What =>
        DutyKind switch
        {
            EnquiryRules.FullReplyDuty => "Full reply",
            StatutoryClock.Duty => "Answer by law",
            AskReview.Duty => "Second look",
            ConcernClocks.TakeUpDuty => "Taking it up",
            ConcernClocks.OutcomeDuty => "Outcome",
            ConcernClocks.NameHearerDuty => "Who hears it",
            EnquiryRules.DocumentsForScrutiny => "Documents for scrutiny",
            MembersAnswer.Duty => "Member’s answer to an officer",
            TellSubject.AnswerDuty => "Your answer",
            _ => "Reply",
        };

    public string StateInWords(DateOnly today) =>
        State == DutyState.Met ? "Met"
        : State == DutyState.Lifted ? "Lifted"
        : DueOn < today ? "Overdue"
        : DueOn == today ? "Due today"
        : "Owed";

    public string Kind => EnquiryKind.Find(MatterKind)?.Noun ?? MatterKind;
}
