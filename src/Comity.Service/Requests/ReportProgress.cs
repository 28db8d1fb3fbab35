using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

public sealed record ReportProgressRequest(MatterAt At, string Words);

/// <summary>The officer says how the matter is moving along. It neither stops nor moves the clock.</summary>
public sealed class ReportProgress(Enquiries enquiries, EnquiryRules rules, Decisions decisions, Messages messages, EnquiryNotices notices)
{
    public Task<ActResult> ExecuteAsync(ReportProgressRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State is MatterState.Closed)
                {
                    return new("It is closed.", Audience.SafeguardSource);
                }

                await decisions.KeepAsync(
                    write,
                    matter,
                    await rules.ProgressAsync(matter, write.Today, cancellationToken),
                    cancellationToken
                );
                await messages.PostAsync(write, matter, "progress", Parts.Content, request.Words, [], cancellationToken);
                await notices.TellMemberAsync(write, matter, "An officer has told you how it is going.", cancellationToken);
                return null;
            },
            cancellationToken
        );
}
