using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <param name="Channel">In which way the member is asked, by the vocabulary's word.</param>
public sealed record AskMemberRequest(MatterAt At, string Question, string Channel);

/// <summary>
/// The officer needs to know something from the member. What the officer owes runs on: where the council has arranged that a clock may wait,
/// <see cref="PauseClock"/> asks and stops it.
/// </summary>
public sealed class AskMember(Enquiries enquiries, Messages messages, MembersAnswer answer, EnquiryNotices notices)
{
    /// <summary>In which ways an officer asks: Comity sends an email, or writes down what was asked elsewhere. The words are the vocabulary's.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["email", "phone", "letter"];

    public Task<ActResult> ExecuteAsync(AskMemberRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State is not (MatterState.Open or MatterState.Acknowledged))
                {
                    return new("It has been answered already.", Audience.SafeguardSource);
                }

                if (!Channels.Contains(request.Channel))
                {
                    return new("Say how you ask.", Audience.SafeguardSource);
                }

                await messages.PostAsync(write, matter, MembersAnswer.Asked, Parts.Content, request.Question, [], cancellationToken);
                await answer.OweAsync(write, matter, request.Channel, cancellationToken);
                await notices.TellMemberAsync(write, matter, "The officer who deals with it asks you something.", cancellationToken);
                return null;
            },
            cancellationToken
        );
}
