using Comity.Service.Matters;

namespace Comity.Service.Concerns;

/// <summary>A concern as one viewer stands to it. Its course is for the acts and pages: of it a viewer is shown what the granted parts allow.</summary>
public sealed record ConcernSeen(Matter Matter, ConcernCourse Course, IReadOnlySet<string> Granted, IReadOnlySet<string> Places)
{
    /// <summary>Everybody who stands or stood in it, the earliest first.</summary>
    public required IReadOnlyList<MatterParty> Parties { get; init; }

    public bool IsHearer => Places.Contains(MatterParties.Hears);

    public bool IsRaiser => Places.Contains(MatterParties.RaisedBy);

    /// <summary>The person whom it is about, once told of it: before that, for this viewer there is no such matter.</summary>
    public bool IsSubject => Places.Contains(MatterParties.About);

    /// <summary>Says who hears it, and learns nothing of what was said.</summary>
    public bool SaysWhoHears => Places.Contains(MatterParties.NamesOwner);

    /// <summary>Is shown what is done afterwards to whoever raised it, and not what was said in it.</summary>
    public bool WatchesOver => Places.Contains(MatterParties.WatchesOver) && MaySee(Parts.LaterActs);

    public bool IsMediator => Places.Contains(MatterParties.Mediates);

    public bool IsOpen => Matter.State != MatterState.Closed;

    public bool MaySee(string part) => Granted.Contains(part);
}
