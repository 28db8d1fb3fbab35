namespace Comity.Service.Demonstration;

/// <summary>An office of somebody who is not a member. No title comes twice where another post refers to it.</summary>
/// <param name="Service">The service that it is in; null for one of the council as a whole.</param>
/// <param name="ReportsTo">The post that manages it.</param>
public sealed record FictionalPost(
    string Title,
    string Role,
    string? Service = null,
    string? ReportsTo = null,
    bool Junior = false,
    bool Restricted = false
)
{
    /// <summary>The post whose holder has this one as well; null where it has somebody of its own.</summary>
    public string? HeldBy { get; init; }

    /// <summary>For somebody who is not of this council: where they are.</summary>
    public string? OutsideBody { get; init; }

    /// <summary>The post whose holder stands in these weeks, while the holder of this one is on leave.</summary>
    public string? StandIn { get; init; }
}
