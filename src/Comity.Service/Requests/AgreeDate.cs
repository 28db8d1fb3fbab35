using Comity.Service.Content;
using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <param name="Agrees">Without a yes the date stays.</param>
public sealed record AgreeDateRequest(MatterAt At, bool Agrees, string Words);

/// <summary>The member agrees to the later date that was proposed, or does not.</summary>
public sealed class AgreeDate(
    Enquiries enquiries,
    EnquiryClocks clocks,
    ContentStore contents,
    Messages messages,
    Duties duties,
    EnquiryNotices notices
)
{
    public Task<ActResult> ExecuteAsync(AgreeDateRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (
                    ProposeDate.Pending(opened.Standing) is not { } proposed
                    || await contents.ReadTextAsync(proposed.Words.ContentId, cancellationToken) is not { } text
                )
                {
                    return new("No date is proposed to you.", Audience.SafeguardSource);
                }

                var line = ProposeDate.Line(ProposeDate.DateIn(text), write.Today, write.ActorToken(matter));
                if (request.Agrees && await clocks.MoveAsync(write, matter, line, duties, cancellationToken) is { } refused)
                {
                    return refused;
                }

                await messages.PostAsync(
                    write,
                    matter,
                    request.Agrees ? ProposeDate.Agreed : ProposeDate.Declined,
                    Parts.Content,
                    request.Words.Length > 0 ? request.Words
                        : request.Agrees ? "I agree to the later date."
                        : "I do not agree to a later date.",
                    [],
                    cancellationToken
                );
                await notices.TellOwnerAsync(
                    write,
                    matter,
                    request.Agrees ? "The member agreed to the later date." : "The member did not agree. The date stays.",
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
}
