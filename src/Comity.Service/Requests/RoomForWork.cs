using Comity.Protocols.Explanations;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <summary>What the protocol says of finding out, before work is taken on, whether there is room for it.</summary>
/// <param name="Manager">The clauses that send it to the line manager first; none where it is not asked for.</param>
/// <param name="Impact">The clauses by which a senior officer may go back to the member about what it would mean; none where it is not said.</param>
/// <param name="IsSaid">It has been said already.</param>
public sealed record RoomForWork(IReadOnlyList<Citation> Manager, IReadOnlyList<Citation> Impact, bool IsSaid, DecisionToKeep? Keep)
{
    public const string RoomMessage = "room";
    public const string ImpactMessage = "impact";
    public const string NoRoomMessage = "no-room";

    public static RoomForWork NotAskedFor { get; } = new([], [], false, null);

    /// <summary>It is still to be said before the work goes to somebody.</summary>
    public bool IsOpen => Manager.Count > 0 && !IsSaid;
}
