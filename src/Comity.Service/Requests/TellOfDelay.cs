using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <param name="ExpectedOn">When the officer now expects to answer. It tells the member; it moves no date.</param>
public sealed record TellOfDelayRequest(MatterAt At, string Why, DateOnly ExpectedOn);

/// <summary>The officer tells the member that it will take noticeably longer. The date by which an answer is owed stays where it is.</summary>
public sealed class TellOfDelay(Enquiries enquiries, EnquiryRules rules, Decisions decisions, Messages messages, EnquiryNotices notices)
{
    public Task<ActResult> ExecuteAsync(TellOfDelayRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State is not (MatterState.Open or MatterState.Acknowledged))
                {
                    return new("It has been answered, so there is no delay to tell of.", Audience.SafeguardSource);
                }

                await decisions.KeepAsync(write, matter, await rules.DelayAsync(matter, write.Today, cancellationToken), cancellationToken);
                await messages.PostAsync(
                    write,
                    matter,
                    "delay",
                    Parts.Content,
                    $"{request.Why}\n\nA full reply is now expected by {request.ExpectedOn.InWords()}.",
                    [],
                    cancellationToken
                );
                await notices.TellMemberAsync(write, matter, "It will take longer than expected.", cancellationToken);
                return null;
            },
            cancellationToken
        );
}
