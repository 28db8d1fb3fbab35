using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Web.Pages.Owed;

/// <summary>One thing that is owed.</summary>
public sealed record OwedLine(string Reference, string Subject, string MatterKind, string DutyKind, DateOnly? DueOn, DutyState State)
{
    public string What => DutyKind == EnquiryRules.FullReplyDuty ? "Full reply" : "Reply";

    public string Kind => EnquiryKind.Find(MatterKind)?.Noun ?? MatterKind;
}
