using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;

namespace Comity.Service.Concerns.Watch;

/// <param name="By">Who did it; null where they do not know or say.</param>
/// <param name="On">When it was done.</param>
/// <param name="Words">What was done.</param>
public sealed record ReportLaterActRequest(MatterAt At, Guid? By, DateOnly On, string Words, IReadOnlyList<IncomingFile> Files);

/// <summary>
/// Whoever raised a concern says that something was done to them because of it. It goes to whoever watches over the concern, and not to whoever hears it, who may be the
/// one who did it.
/// </summary>
public sealed class ReportLaterAct(
    ConcernMatters concerns,
    CouncilOnDate council,
    ConcernCourses courses,
    LaterActOversight oversight,
    Messages messages
)
{
    public const string Message = "done-to-me";

    public Task<ActResult> ExecuteAsync(ReportLaterActRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen.IsRaiser,
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                if (request.On > write.Today)
                {
                    return new("Enter a day that is today or earlier.", Audience.SafeguardSource);
                }

                var register = await council.RegisterAsync(write.Today, cancellationToken);
                if (request.By is { } person && (person == viewer.PersonId || register.NameOf(person) is null))
                {
                    return new("Choose a person from the list.", Audience.SafeguardSource);
                }

                var message = await messages.PostAsync(
                    write,
                    matter,
                    Message,
                    Parts.LaterActs,
                    request.Words,
                    request.Files,
                    cancellationToken
                );
                var act = new LaterAct(course.LaterActs.Count + 1, AdverseAct.Reported.Key, request.On, write.At, message.Id)
                {
                    By = request.By,
                    AfterTold = course.ToldAt is { } told && LondonTime.DateOf(told) <= request.On,
                };
                write.Record(
                    "later-act-reported",
                    matter,
                    Parts.LaterActs,
                    new JsonObject
                    {
                        ["by"] = request.By?.ToString("D", CultureInfo.InvariantCulture),
                        ["on"] = request.On.Iso(),
                        ["after-told"] = act.AfterTold,
                    }
                );
                course = course with { LaterActs = [.. course.LaterActs, act] };
                await courses.KeepAsync(matter, await oversight.ShowAsync(write, matter, course, cancellationToken), cancellationToken);
                return null;
            },
            cancellationToken
        );
    }
}
