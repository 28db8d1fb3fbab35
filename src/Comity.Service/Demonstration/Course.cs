namespace Comity.Service.Demonstration;

/// <summary>How a made-up enquiry goes, up to today.</summary>
public enum Course
{
    /// <summary>Came in the last few days; nothing has happened yet.</summary>
    Fresh,
    DueTomorrow,
    DueSoon,
    DueToday,
    OverdueYesterday,
    OverdueLong,
    OpenWithProgress,
    OpenWithDelay,
    OpenWithNote,
    Acknowledged,
    ReassignedOpen,
    FollowedUpOpen,
    LoggedOpen,
    SealedOpen,
    AnsweredInTime,
    AnsweredAndRated,
    AnsweredAndClosed,
    AnsweredLate,
    AcknowledgedThenAnswered,
    FollowedUpThenAnswered,
    LeftUnanswered,
    ReassignedThenAnswered,
    LoggedThenAnswered,
    SealedThenAnswered,
}
