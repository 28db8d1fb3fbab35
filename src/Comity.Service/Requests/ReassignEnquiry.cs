using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <param name="ToOfficeId">The office that owes the answer from now on.</param>
/// <param name="Reason">Kept on the record and shown to the member.</param>
public sealed record ReassignEnquiryRequest(MatterAt At, Guid ToOfficeId, string Reason);

/// <summary>Passes an enquiry to another office.</summary>
public sealed class ReassignEnquiry(
    Enquiries enquiries,
    CouncilOnDate council,
    Library library,
    KeptOut keptOut,
    WhomItConcerns whom,
    MatterParties parties,
    EnquiryHandover handover,
    RoomsForWork rooms
)
{
    /// <summary>To whom it can go: every office of an officer in which somebody acts today, but not where nobody may answer this member.</summary>
    public async Task<IReadOnlyList<HeldOffice>> CandidatesAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var held = await council.HeldOffices(on).Where(office => office.WardId == null).ToListAsync(cancellationToken);
        return await keptOut.LeaveAsync(
            [.. held.Where(office => office.ServiceAreaId is not null || read.Vocabulary.RoleIs(office.Role, "officer"))],
            await whom.OfAsync(matter, cancellationToken),
            on,
            cancellationToken
        );
    }

    public Task<ActResult> ExecuteAsync(ReassignEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.MaySee(Parts.Notes),
            opened => PassOnAsync(request, opened.Matter, opened.Write, cancellationToken),
            cancellationToken
        );

    private async Task<ActResult.Refused?> PassOnAsync(
        ReassignEnquiryRequest request,
        Matter matter,
        CouncilWrite write,
        CancellationToken cancellationToken
    )
    {
        if (matter.State is MatterState.Closed)
        {
            return new ActResult.Refused("It is closed.", Audience.SafeguardSource);
        }

        var before = await parties.InAsync(matter, MatterParties.Owner, cancellationToken);
        if (before?.OfficeId == request.ToOfficeId)
        {
            return new ActResult.Refused("It is with that office already.", Audience.SafeguardSource);
        }

        if (await rooms.OfAsync(matter, write.Today, cancellationToken) is { IsOpen: true } room)
        {
            return new ActResult.Refused("Say first whether there is room for it: then it can go to somebody.", room.Manager[0].Norm);
        }

        // A vacant office, the asker's own and one that may not have it are answered alike: a declared relationship is not to be read out of it.
        var candidates = await CandidatesAsync(matter, write.Today, cancellationToken);
        if (candidates.FirstOrDefault(office => office.OfficeId == request.ToOfficeId) is not { } to)
        {
            return new ActResult.Refused($"{KeptOut.NobodyThere} Choose another.", Audience.SafeguardSource);
        }

        await handover.ToAsync(write, matter, to, request.Reason, cancellationToken);
        return null;
    }
}
