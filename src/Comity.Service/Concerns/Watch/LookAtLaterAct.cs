using System.Text.Json.Nodes;
using Comity.Service.Matters;

namespace Comity.Service.Concerns.Watch;

/// <param name="Number">Of the act in its concern.</param>
/// <param name="Did">One of <see cref="LaterActLook.All"/>.</param>
/// <param name="Note">What they make of it.</param>
public sealed record LookAtLaterActRequest(MatterAt At, int Number, string Did, string Note);

/// <summary>Whoever watches over a concern has looked at a later act, and says what they did. Their note is for whoever watches over it, and for nobody who hears it.</summary>
public sealed class LookAtLaterAct(ConcernMatters concerns, ConcernCourses courses, LaterActOversight oversight, Messages messages)
{
    public const string Message = "looked-at";

    public Task<ActResult> ExecuteAsync(LookAtLaterActRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen.WatchesOver && seen.Course.LaterActs.Any(act => act.Number == request.Number),
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                if (!LaterActLook.All.Contains(request.Did))
                {
                    return new("Choose what you did.", Audience.SafeguardSource);
                }

                // The job takes it from them, but not in the instant in which somebody becomes a party or declares that they are close.
                if (!await oversight.IsFitAsync(matter.Id, course, write.Today, cancellationToken))
                {
                    return new("You are a party to it, or close to one: it goes to somebody else.", Audience.SafeguardSource);
                }

                if (course.LaterActs.First(act => act.Number == request.Number).Look is not null)
                {
                    return new("It has been looked at already.", Audience.SafeguardSource);
                }

                await messages.PostAsync(write, matter, Message, Parts.LaterActs, request.Note, [], cancellationToken);
                write.Record(
                    "later-act-looked-at",
                    matter,
                    Parts.LaterActs,
                    new JsonObject { ["number"] = request.Number, ["did"] = request.Did }
                );
                var look = new LaterActLook(viewer.PersonId, write.At, request.Did);
                await courses.KeepAsync(
                    matter,
                    course with
                    {
                        LaterActs = [.. course.LaterActs.Select(act => act.Number == request.Number ? act with { Look = look } : act)],
                    },
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
    }
}
