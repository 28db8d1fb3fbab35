using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Service.Information;

/// <param name="Item">The item of whose decision it is.</param>
/// <param name="Upheld">The decision stands; otherwise <paramref name="Instead"/> takes its place.</param>
/// <param name="Words">Why, as the member reads it.</param>
public sealed record DecideReviewRequest(MatterAt At, int Item, bool Upheld, string Words, DecideItemRequest? Instead);

/// <summary>Whoever looks at a decision again upholds it or puts another in its place, on the protocol's answer of that day.</summary>
public sealed class DecideReview(
    Enquiries enquiries,
    InformationItems items,
    ItemQuestions questions,
    DecideItem decide,
    Messages messages,
    Duties duties,
    EnquiryNotices notices
)
{
    public Task<ActResult> ExecuteAsync(DecideReviewRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => AnswerDoubt.IsAskedOf(standing, viewer, ItemQuestions.Reviewing),
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var read = await items.FindAsync(matter, request.Item, cancellationToken);
                if (read?.Review is not { } review)
                {
                    return new("It has been looked at already.", Audience.SafeguardSource);
                }

                if (read.Item.DeciderToken == write.ActorToken(matter))
                {
                    return new("You decided it yourself. Somebody else looks at it again.", AskReview.Source);
                }

                var isChanged = !request.Upheld && request.Instead is not null;
                if (isChanged && await decide.RuleAsync(write, matter, read, request.Instead!, viewer, cancellationToken) is { } refused)
                {
                    return refused;
                }

                await questions.AnswerAsync(
                    write,
                    matter,
                    read.Item,
                    review.Row,
                    isChanged ? ItemAnswerWord.Changed : ItemAnswerWord.Upheld,
                    request.Words,
                    cancellationToken
                );
                read.Item.ToldAt = write.At;
                await messages.PostAsync(
                    write,
                    matter,
                    "review",
                    Parts.Content,
                    $"{(isChanged ? "Changed" : "Upheld")}: {read.Asked}\n\n{request.Words}",
                    [],
                    cancellationToken
                );
                await duties.EndAsync(
                    write,
                    matter,
                    [AskReview.Duty],
                    DutyState.Met,
                    AskReview.Source,
                    "It was looked at again.",
                    cancellationToken
                );
                await notices.TellMemberAsync(write, matter, "A decision has been looked at again.", cancellationToken);
                return null;
            },
            cancellationToken
        );
}
