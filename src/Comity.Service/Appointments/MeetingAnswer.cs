using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Service.People;
using Comity.Service.Requests;

namespace Comity.Service.Appointments;

/// <summary>What the protocol says to a member who would come as they are, and to one who arranges it first.</summary>
public sealed record MeetingAnswer(Decision Unarranged, Decision Arranged, IReadOnlyList<HeldOffice> ToBeAsked)
{
    public ProtocolSays SaysUnarranged { get; } = ProtocolSays.Of(Unarranged);
    public ProtocolSays SaysArranged { get; } = ProtocolSays.Of(Arranged);

    /// <summary>It is to be arranged first: as the member would come, the protocol is against it.</summary>
    public bool NeedsArranging => Unarranged.Outcome is Outcome.ShouldNot or Outcome.Forbidden;

    /// <summary>The protocol says nothing on whether it is to be arranged.</summary>
    public bool IsSilent => Unarranged.Outcome == Outcome.Silent;

    /// <summary>The day by which the protocol wants them to meet; null where it gives none.</summary>
    public OwedDuty? Meeting => Unarranged.Dues.FirstOrDefault(due => due.Duty == "meeting" && due.Anchor is not null);
}
