namespace Comity.Service.Demonstration;

/// <summary>A service of the made-up council.</summary>
public sealed record FictionalService(string Name, string? Subjects = null, string? PartOf = null)
{
    /// <summary>The posts that have what is asked of the service, the first in line first. A larger service that only holds others has none.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>The post that is named to members, and for what; null where the service names nobody.</summary>
    public (string Post, string For)? Contact { get; init; }

    /// <summary>The post that takes members' complaints about the service; null where it names nobody.</summary>
    public string? ComplaintsOfficer { get; init; }

    /// <summary>How members reach it, if it says; set by the holder of its first post.</summary>
    public string? Reaching { get; init; }
}
