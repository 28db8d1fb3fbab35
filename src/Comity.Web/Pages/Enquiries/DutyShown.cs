using Comity.Protocols.Calendars;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Web.Pages.Enquiries;

/// <summary>A duty as a page shows it, with the working of its date; why it has none, where it has none.</summary>
public sealed record DutyShown(
    string Kind,
    DutyState State,
    DateOnly? Due,
    string Clock,
    string Source,
    Working? Working,
    bool IsPaused,
    bool IsOverdue,
    bool WasLate,
    bool MayPause,
    bool MayExtend,
    bool MayAgree,
    string? WithoutDate,
    IReadOnlyList<DueEntry> Lines
)
{
    public string What =>
        Kind switch
        {
            EnquiryRules.FullReplyDuty => "A full reply",
            StatutoryClock.Duty => "An answer by law",
            AskReview.Duty => "A second look",
            MembersAnswer.Duty => "The member’s answer to the officer",
            EnquiryRules.DocumentsForScrutiny => "Documents for scrutiny",
            _ => "An answer",
        };

    public string DueLabel =>
        Kind switch
        {
            EnquiryRules.FullReplyDuty => "Full reply due",
            StatutoryClock.Duty => "Due by law",
            AskReview.Duty => "Second look due",
            MembersAnswer.Duty => "The member’s answer to the officer is due",
            EnquiryRules.DocumentsForScrutiny => "Documents for scrutiny due",
            _ => "Due",
        };
}
