using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Concerns.Hearing;

public sealed record AnswerConcernRequest(MatterAt At, string Words, IReadOnlyList<IncomingFile> Files);

/// <summary>The person whom a concern is about answers, as often as there is something to say. Whoever hears it reads both sides.</summary>
public sealed class AnswerConcern(ConcernMatters concerns, Messages messages, Duties duties, Notices notices)
{
    public const string Message = "answer";

    public Task<ActResult> ExecuteAsync(AnswerConcernRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsSubject: true, IsOpen: true } && seen.MaySee(Parts.Answer),
            async opened =>
            {
                var (write, matter) = (opened.Write, opened.Matter);
                await messages.PostAsync(write, matter, Message, Parts.Answer, request.Words, request.Files, cancellationToken);
                await duties.EndAsync(
                    write,
                    matter,
                    [TellSubject.AnswerDuty],
                    DutyState.Met,
                    Audience.SafeguardSource,
                    "The person has answered.",
                    cancellationToken
                );
                foreach (var hearer in opened.Course.Step.Hearers)
                {
                    await notices.TellAsync(
                        write,
                        hearer.PersonId,
                        matter,
                        "There is an answer to a concern that you hear.",
                        cancellationToken
                    );
                }

                return null;
            },
            cancellationToken
        );
    }
}
