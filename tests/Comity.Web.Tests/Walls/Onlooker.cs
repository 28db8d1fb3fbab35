namespace Comity.Web.Tests.Walls;

/// <summary>A kind of viewer, as the matrix names them.</summary>
[Flags]
public enum Onlooker
{
    Nobody = 0,
    SignedOut = 1,
    Asker = 1 << 1,
    Owner = 1 << 2,
    OtherService = 1 << 3,
    SameWard = 1 << 4,
    OtherGroup = 1 << 5,
    Former = 1 << 6,
    ManagerBefore = 1 << 7,
    ManagerAfter = 1 << 8,
    Clerk = 1 << 9,
    MonitoringOfficer = 1 << 10,
}
