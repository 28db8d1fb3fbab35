namespace Comity.Service.Demonstration;

internal enum StepKind
{
    Ask,
    Acknowledge,
    Progress,
    Delay,
    Note,
    Reassign,
    Reply,
    FollowUp,
    ReplyAgain,
    Rate,
    Close,
    LeaveUnanswered,
    Nightly,
}

/// <summary>One act of the made-up year, at its instant. Null for the nightly look at what is due and what is finished.</summary>
internal sealed record Step(DateTime At, StepKind Kind, PlannedEnquiry? Enquiry);
