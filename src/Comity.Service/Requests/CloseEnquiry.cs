using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Requests;

public sealed record CloseEnquiryRequest(EnquiryAt At);

/// <summary>The member says that the matter is done with. Only the member can: an officer’s answer does not end it.</summary>
public sealed class CloseEnquiry(Enquiries enquiries, Duties duties, MatterParties parties, Notices notices)
{
    public async Task<EnquiryActResult> ExecuteAsync(CloseEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.IsAsker, cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        if (matter.State is MatterState.Closed)
        {
            return new EnquiryActResult.Refused("It is closed already.", Audience.SafeguardSource);
        }

        const string Reason = "The member closed it.";
        matter.State = MatterState.Closed;
        matter.ClosedAt = write.At;
        write.Record("matter-closed", matter, Parts.Matter, new JsonObject { ["reason"] = Reason });
        await duties.EndAsync(write, matter, EnquiryRules.ReplyDuty, DutyState.Lifted, Audience.SafeguardSource, Reason, cancellationToken);
        await duties.EndAsync(
            write,
            matter,
            EnquiryRules.FullReplyDuty,
            DutyState.Lifted,
            Audience.SafeguardSource,
            Reason,
            cancellationToken
        );
        var owner = await parties.InAsync(matter, MatterParties.Owner, cancellationToken);
        await notices.TellAsync(write, owner!.PersonId, matter, "The member has closed it.", cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }
}
