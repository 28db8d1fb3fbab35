using Comity.Service.Matters;
using Comity.Service.People;

namespace Comity.Service.Concerns.Hearing;

/// <param name="OfficeId">The office whose holder hears it.</param>
/// <param name="Minute">The council's decision, or the Monitoring Officer's ruling, by which it is this one: never the protocol's.</param>
public sealed record NameHearerRequest(MatterAt At, Guid? PersonId, Guid? OfficeId, string? Minute);

/// <summary>Where the protocol leads to nobody, whoever is asked says who hears the concern: nobody who is a party to it, and not themselves unless the council has said so.</summary>
public sealed class NameHearer(
    ConcernMatters concerns,
    ConcernRules rules,
    ConcernHearing hearing,
    ConcernCourses courses,
    CouncilOnDate council
)
{
    public Task<ActResult> ExecuteAsync(NameHearerRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsOpen: true, SaysWhoHears: true },
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                var held = (await MayHearAsync(course, write.Today, cancellationToken)).FirstOrDefault(one =>
                    one.PersonId == request.PersonId && one.OfficeId == request.OfficeId
                );
                if (held is null)
                {
                    return new("That person may not hear it: choose one from the list.", Audience.SafeguardSource);
                }

                var minute = request.Minute!.Trim();
                var source = $"arrangement: {minute}";
                var door = new ConcernDoor(
                    ConcernDoor.Named,
                    source,
                    "",
                    [new Hearer(held.PersonId, held.OfficeId, held.PersonName, held.Title, source, minute)]
                );
                course = await hearing.ToAsync(write, matter, course, door, "Somebody was named to hear it.", cancellationToken);
                await courses.KeepAsync(matter, course, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>Everybody in an office who is no party to it and close to none.</summary>
    public async Task<IReadOnlyList<HeldOffice>> MayHearAsync(ConcernCourse course, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(course);
        var register = await council.RegisterAsync(on, cancellationToken);
        var concern = course.CaseOn(on);
        var may = new List<HeldOffice>();
        var known = new Dictionary<Guid, bool>();
        foreach (var held in register.AllHeld(on).Where(one => !one.AsDeputy))
        {
            if (!known.TryGetValue(held.PersonId, out var free))
            {
                known[held.PersonId] = free = await rules.MayHearAsync(concern, held.PersonId, cancellationToken);
            }

            if (free)
            {
                may.Add(held);
            }
        }

        return [.. may.OrderBy(one => one.PersonName, StringComparer.Ordinal).ThenBy(one => one.Title, StringComparer.Ordinal)];
    }
}
