using System.Text.Json.Nodes;
using Comity.Service.Matters;

namespace Comity.Service.Requests;

public sealed record CloseEnquiryRequest(MatterAt At);

/// <summary>The member says that the matter is done with. Only the member can: an officer’s answer does not end it.</summary>
public sealed class CloseEnquiry(Enquiries enquiries, Duties duties, MembersAnswer asked, EnquiryNotices notices)
{
    private const string Reason = "The member closed it.";

    public Task<ActResult> ExecuteAsync(CloseEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State is MatterState.Closed)
                {
                    return new("It is closed already.", Audience.SafeguardSource);
                }

                matter.State = MatterState.Closed;
                matter.ClosedAt = write.At;
                write.Record("matter-closed", matter, Parts.Matter, new JsonObject { ["reason"] = Reason });
                await duties.EndAsync(
                    write,
                    matter,
                    EnquiryRules.OwedByOwner,
                    DutyState.Lifted,
                    Audience.SafeguardSource,
                    Reason,
                    cancellationToken
                );
                await asked.LiftAsync(write, matter, Reason, cancellationToken);
                await notices.TellOwnerAsync(write, matter, "The member has closed it.", cancellationToken);
                return null;
            },
            cancellationToken
        );
}
