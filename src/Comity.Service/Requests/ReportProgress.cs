using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Requests;

public sealed record ReportProgressRequest(EnquiryAt At, string Words);

/// <summary>The officer says how the matter is moving along. It neither stops nor moves the clock.</summary>
public sealed class ReportProgress(Enquiries enquiries, Messages messages, MatterParties parties, Notices notices)
{
    public async Task<EnquiryActResult> ExecuteAsync(ReportProgressRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.IsOwner, cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        if (matter.State is MatterState.Closed)
        {
            return new EnquiryActResult.Refused("It is closed.", Audience.SafeguardSource);
        }

        await messages.PostAsync(write, matter, "progress", Parts.Content, request.Words, [], cancellationToken);
        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        await notices.TellAsync(write, asker!.PersonId, matter, "An officer has told you how it is going.", cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }
}
