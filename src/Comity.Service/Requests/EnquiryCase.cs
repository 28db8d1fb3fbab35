namespace Comity.Service.Requests;

/// <summary>What the protocol is asked about before anything is sent: who asks what, of which service, and when it came.</summary>
public sealed record EnquiryCase(
    EnquiryKind Kind,
    Guid? ServiceAreaId,
    Guid MemberId,
    bool ForConstituent,
    DateOnly ReceivedOn,
    IReadOnlyDictionary<string, string> Facts
)
{
    public static EnquiryCase From(AskOfficerRequest request, DateOnly received) =>
        new(request.Kind, request.ServiceAreaId, request.MemberId, request.Constituent is not null, received, request.Facts);
}
