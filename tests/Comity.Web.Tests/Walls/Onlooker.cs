namespace Comity.Web.Tests.Walls;

/// <summary>A kind of viewer.</summary>
public enum Onlooker
{
    SignedOut,

    /// <summary>With the session of the clerk of another council.</summary>
    OtherCouncil,
    Asker,
    Owner,
    OtherService,
    SameWard,
    OtherGroup,

    /// <summary>A member until last year.</summary>
    Former,
    ManagerBefore,
    ManagerAfter,
    Clerk,
    MonitoringOfficer,

    /// <summary>A clerk who wrote one of the matters down for the member.</summary>
    Logger,

    /// <summary>The chief officer to whom the rule sends a copy of one of the matters.</summary>
    CopiedIn,

    /// <summary>Answered for one of the matters until it was passed on.</summary>
    FormerOwner,

    /// <summary>Acts for the owner in these days.</summary>
    Deputy,

    /// <summary>Has acted for the owner, and does no more.</summary>
    DeputyAfterwards,

    /// <summary>Will act for the owner next month.</summary>
    DeputyBeforehand,
}
