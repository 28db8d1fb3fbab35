using Comity.Service.Matters;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Who">One of <see cref="RecordConsultation.All"/>.</param>
/// <param name="On">The day on which it was.</param>
public sealed record RecordConsultationRequest(MatterAt At, string? Who, DateOnly? On, string Words);

/// <summary>Whoever hears a concern puts on record that somebody was consulted, as a protocol or the law wants it before an outcome.</summary>
public sealed class RecordConsultation(ConcernMatters concerns, ConcernCourses courses, Messages messages)
{
    public const string Message = "consulted";

    /// <summary>Whom: the fact of the vocabulary, and the words of the page.</summary>
    public static IReadOnlyList<(string Fact, string Words)> All { get; } =
    [
        ("member-consulted", "The member whom it is about"),
        ("group-leader-consulted", "The leader of that member’s group"),
        ("independent-person-consulted", "The independent person, on a complaint under the members’ code that was investigated"),
    ];

    /// <summary>Whether the fact says that somebody was consulted.</summary>
    public static bool IsOne(string fact) => All.Any(one => one.Fact == fact);

    public Task<ActResult> ExecuteAsync(RecordConsultationRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsHearer: true, Matter.State: MatterState.Acknowledged },
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                if (request.On > write.Today)
                {
                    return new("The day of the consultation must be today or earlier.", Audience.SafeguardSource);
                }

                var (fact, words) = All.First(one => one.Fact == request.Who);
                await messages.PostAsync(
                    write,
                    matter,
                    Message,
                    Parts.Notes,
                    $"{words}, on {Duties.Iso(request.On!.Value)}: {request.Words}",
                    [],
                    cancellationToken
                );
                var hearing = new Dictionary<string, string>(course.Hearing, StringComparer.Ordinal) { [fact] = "yes" };
                if (fact == "independent-person-consulted")
                {
                    hearing["code-complaint-investigated"] = "yes";
                }

                await courses.KeepAsync(matter, course with { Hearing = hearing }, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }
}
