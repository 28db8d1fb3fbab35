using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <summary>What the protocol is asked about before anything is sent: who asks what, of which service, and when it came.</summary>
/// <param name="ServiceAreaId">The service; null while none is chosen.</param>
/// <param name="NoService">It belongs to no service that the member knows: it goes to the clerk.</param>
/// <param name="MemberId">Who asks: a member, unless the kind is for officers too.</param>
/// <param name="About">What had been said in "May I …?"; null for everything else.</param>
public sealed record EnquiryCase(
    EnquiryKind Kind,
    Guid? ServiceAreaId,
    bool NoService,
    Guid MemberId,
    bool ForConstituent,
    DateOnly ReceivedOn,
    IReadOnlyDictionary<string, string> Facts,
    AskedSituation? About = null
)
{
    /// <summary>For whom the member asks; null while that is not said.</summary>
    public Capacity? Capacity { get; init; }

    public Guid? WardId { get; init; }

    public bool Sealed { get; init; }

    public Authority Authority { get; init; } = Authority.Own;

    /// <summary>The day by whose rules and people it is decided: the day it came, unless it is decided again later.</summary>
    public DateOnly On
    {
        get => field == default ? ReceivedOn : field;
        init;
    }

    public static EnquiryCase From(AskOfficerRequest request, DateOnly received) =>
        new(
            request.Kind,
            request.ServiceAreaId,
            request.ServiceAreaId is null,
            request.MemberId,
            request.Constituent is not null,
            received,
            request.Facts,
            request.About
        )
        {
            Capacity = request.Capacity,
            WardId = request.WardId,
            Sealed = request.Sealed,
            Authority = request.Authority is { Of: AuthorityOf.Delegation, DelegationId: null } ? Authority.Own : request.Authority,
        };
}
