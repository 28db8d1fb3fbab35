using Comity.Service.Demonstration.Stories;

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
    Story,
    Nightly,
}

/// <summary>One act of the made-up year, at its instant.</summary>
/// <param name="Enquiry">Null for the nightly look at what is due and what is finished, and for an act of a story.</param>
internal sealed record Step(DateTime At, StepKind Kind, PlannedEnquiry? Enquiry)
{
    /// <summary>What is done, of a story.</summary>
    public Func<Scene, CancellationToken, Task>? Act { get; init; }
}
