using Comity.Service.Information;
using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <param name="WhyNotCopied">Why it is copied to nobody where the protocol wants copies; kept on the record.</param>
public sealed record ReplyToEnquiryRequest(MatterAt At, string Reply, IReadOnlyList<IncomingFile> Files, string? WhyNotCopied = null);

/// <summary>The officer answers in full. What was owed is met, and the member may follow up for as long as the council has arranged.</summary>
public sealed class ReplyToEnquiry(
    Enquiries enquiries,
    Messages messages,
    AnswerGiven given,
    InformationAnswers answers,
    EnquiryNotices notices
)
{
    public Task<ActResult> ExecuteAsync(ReplyToEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State is MatterState.Closed)
                {
                    return new("It is closed. The member can ask again and link to it.", Audience.SafeguardSource);
                }

                var told = await answers.TellAsync(write, matter, request.Reply, request.Files.Count, cancellationToken);
                if (told.Refused is { } undecided)
                {
                    return undecided;
                }

                await messages.PostAsync(write, matter, "reply", Parts.Content, told.Words, request.Files, cancellationToken);
                await given.SettleAsync(
                    write,
                    matter,
                    EnquiryRules.OwedByOwner,
                    "Answered in full.",
                    request.WhyNotCopied,
                    cancellationToken
                );
                await notices.TellMemberAsync(write, matter, "It has been answered.", cancellationToken);
                return null;
            },
            cancellationToken
        );
}
