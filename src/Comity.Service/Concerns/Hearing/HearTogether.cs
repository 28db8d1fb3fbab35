using Comity.Service.Matters;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Reason">Why somebody else hears it too.</param>
public sealed record HearTogetherRequest(MatterAt At, Guid? PersonId, Guid? OfficeId, string Reason);

/// <summary>Whoever hears a concern brings in somebody who hears it with them: a protocol may not want the chairman to do so alone (west-lavington 4.2).</summary>
public sealed class HearTogether(
    ConcernMatters concerns,
    NameHearer names,
    ConcernHearing hearing,
    ConcernCourses courses,
    Messages messages
)
{
    public const string Message = "together";

    public Task<ActResult> ExecuteAsync(HearTogetherRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsHearer: true, IsOpen: true },
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                var held = (await names.MayHearAsync(course, write.Today, cancellationToken)).FirstOrDefault(one =>
                    one.PersonId == request.PersonId && one.OfficeId == request.OfficeId
                );
                if (held is null || course.Step.Hearers.Any(hearer => hearer.PersonId == held.PersonId))
                {
                    return new("That person may not hear it, or does already: choose another from the list.", Audience.SafeguardSource);
                }

                await messages.PostAsync(write, matter, Message, Parts.Notes, request.Reason, [], cancellationToken);
                var door = new ConcernDoor(
                    course.Step.Stage,
                    course.Step.Norm,
                    "",
                    [
                        .. course.Step.Hearers,
                        new Hearer(held.PersonId, held.OfficeId, held.PersonName, held.Title, Audience.SafeguardSource, null),
                    ]
                );
                var wasTakenUp = matter.State;
                course = await hearing.ToAsync(write, matter, course, door, "Somebody hears it as well.", cancellationToken);
                matter.State = wasTakenUp;
                await courses.KeepAsync(matter, course, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }
}
