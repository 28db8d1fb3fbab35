using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Words">What the person is told, in the words of whoever hears it.</param>
/// <param name="Shown">The parts that are opened besides: <see cref="Parts.Content"/> and <see cref="Parts.Raiser"/>.</param>
public sealed record TellSubjectRequest(MatterAt At, string Words, IReadOnlyList<string> Shown);

/// <summary>
/// The one act by which the person whom a concern is about learns of it: what, by whom only with consent, and by when they may answer. They see what is named here, and
/// nothing besides.
/// </summary>
public sealed class TellSubject(
    ConcernMatters concerns,
    ConcernCourses courses,
    DutyClocks clocks,
    Library library,
    Messages messages,
    Audience audience,
    Duties duties,
    Notices notices,
    ViewerTokens tokens
)
{
    public const string Message = "told";

    /// <summary>The person may answer; it is owed to nobody, and has a date only where the council has settled one.</summary>
    public const string AnswerDuty = "answer-concern";

    /// <summary>What can be opened to the person besides what is written for them.</summary>
    public static IReadOnlyList<string> MayShow { get; } = [Parts.Content, Parts.Raiser];

    public Task<ActResult> ExecuteAsync(TellSubjectRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsHearer: true, Matter.State: MatterState.Acknowledged },
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                if (request.Shown.Contains(Parts.Raiser) && !course.HasConsent(ConcernConsent.Name))
                {
                    return new("Whoever raised it has not agreed that their name is passed on.", Audience.SafeguardSource);
                }

                var token = tokens.Person(course.About, matter.Class);
                audience.Give(
                    write,
                    matter,
                    token,
                    (course.ToldAt is null ? [Parts.Matter, Parts.Told, Parts.Answer] : Array.Empty<string>())
                        .Concat(request.Shown.Where(MayShow.Contains))
                        .ToArray(),
                    "Was told of it by whoever hears it.",
                    Audience.SafeguardSource
                );
                await messages.PostAsync(write, matter, Message, Parts.Told, request.Words, [], cancellationToken);
                var isFirst = course.ToldAt is null;
                course = course with
                {
                    ToldAt = course.ToldAt ?? write.At,
                    NamePassedOn = course.NamePassedOn || request.Shown.Contains(Parts.Raiser),
                };
                await courses.KeepAsync(matter, course, cancellationToken);
                if (isFirst)
                {
                    var read = await library.OnAsync(write.Today, cancellationToken);
                    duties.Owe(
                        write,
                        matter,
                        AnswerDuty,
                        token,
                        write.ActorToken(matter),
                        await clocks.CountSilentAsync(read, ArrangementKeys.ConcernAnswer, write.Today, cancellationToken),
                        write.Today,
                        "The person was told of it."
                    );
                }

                await notices.TellAsync(write, course.About, matter, "You are told of something that concerns you.", cancellationToken);
                if (course.RaisedBy is { } raiser)
                {
                    await messages.PostAsync(
                        write,
                        matter,
                        "told-raiser",
                        Parts.Dialogue,
                        request.Shown.Contains(Parts.Raiser)
                            ? "The person whom it is about has been told, with your name."
                            : "The person whom it is about has been told, without your name.",
                        [],
                        cancellationToken
                    );
                    await notices.TellAsync(write, raiser, matter, "There is something new in your concern.", cancellationToken);
                }

                return null;
            },
            cancellationToken
        );
    }
}
