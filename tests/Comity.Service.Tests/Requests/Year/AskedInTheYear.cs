using Comity.Service.Requests;

namespace Comity.Service.Tests.Requests.Year;

/// <summary>One enquiry of the year: what is still to happen in it, and what is owed by hand.</summary>
internal sealed class AskedInTheYear
{
    public required int Number { get; init; }
    public required EnquiryKind Kind { get; init; }
    public required Guid Member { get; init; }
    public Guid? Service { get; init; }
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>An officer wrote it down later for the member.</summary>
    public required bool IsLogged { get; init; }

    public Queue<(DateOnly On, YearsAct Act, int Days)> Course { get; } = [];
    public List<OwedByHand> Owed { get; } = [];
    public Guid MatterId { get; set; }
    public string Reference { get; set; } = "";

    /// <summary>Who answers: it can be passed on.</summary>
    public Guid Officer { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    public OwedByHand Last => Owed[^1];
}

internal enum YearsAct
{
    Acknowledge,
    Pause,
    AnswerPause,
    Extend,
    PassOn,
    Reply,
    FollowUp,
    Close,
}
