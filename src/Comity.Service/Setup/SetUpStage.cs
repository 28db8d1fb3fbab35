namespace Comity.Service.Setup;

/// <summary>The questions of a first set-up, in their order.</summary>
public enum SetUpStage
{
    Council,
    Protocol,
    People,
    Roles,
    MonitoringOfficer,
    Clerk,
    Check,
}
