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
    Remind,
}

/// <summary>One act of the made-up year, at its instant. Null for the nightly look at what is due.</summary>
internal sealed record Step(DateTime At, StepKind Kind, PlannedEnquiry? Enquiry);
