using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Given">All that the person agrees to from now on.</param>
public sealed record ChangeConsentRequest(MatterAt At, IReadOnlyList<string> Given);

/// <summary>Whoever raised a concern agrees to more, or takes a consent back while nothing has been done with it.</summary>
public sealed class ChangeConsent(ConcernMatters concerns, ConcernCourses courses, Notices notices)
{
    public Task<ActResult> ExecuteAsync(ChangeConsentRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsRaiser: true, IsOpen: true },
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                var taken = ConcernConsent.All.Where(to => course.HasConsent(to) && !request.Given.Contains(to)).ToList();
                if (taken.Contains(ConcernConsent.Formal) && course.IsFormal)
                {
                    return new("It is formal already, so that consent cannot be taken back.", Audience.SafeguardSource);
                }

                if (taken.Contains(ConcernConsent.Name) && course.NamePassedOn)
                {
                    return new("Your name has been passed on already, so that consent cannot be taken back.", Audience.SafeguardSource);
                }

                var changed = ConcernConsent.All.Where(to => course.HasConsent(to) != request.Given.Contains(to)).ToList();
                if (changed.Count == 0)
                {
                    return null;
                }

                course = course with
                {
                    Consents = [.. course.Consents, .. changed.Select(to => new ConcernConsent(to, request.Given.Contains(to), write.At))],
                };
                write.Record(
                    "concern-consent",
                    matter,
                    Parts.Dialogue,
                    new JsonObject(changed.Select(to => KeyValuePair.Create(to, (JsonNode?)request.Given.Contains(to))))
                );
                await courses.KeepAsync(matter, course, cancellationToken);
                foreach (var hearer in course.Step.Hearers.Where(_ => !course.Step.SaysWhoHears))
                {
                    await notices.TellAsync(
                        write,
                        hearer.PersonId,
                        matter,
                        "There is something new in a concern that you hear.",
                        cancellationToken
                    );
                }

                return null;
            },
            cancellationToken
        );
    }
}
