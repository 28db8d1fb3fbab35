using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Concerns.Hearing;

public sealed record WriteInConcernRequest(MatterAt At, string Words, IReadOnlyList<IncomingFile> Files);

/// <summary>Whoever raised a concern and whoever hears it write to each other. The person whom it is about sees nothing of it.</summary>
public sealed class WriteInConcern(ConcernMatters concerns, Messages messages, Notices notices)
{
    public const string Message = "dialogue";

    public Task<ActResult> ExecuteAsync(WriteInConcernRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen.IsOpen && seen.MaySee(Parts.Dialogue) && (seen.IsHearer || seen.IsRaiser),
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                await messages.PostAsync(write, matter, Message, Parts.Dialogue, request.Words, request.Files, cancellationToken);
                var others = course.Step.SaysWhoHears ? [] : course.Step.Hearers.Select(hearer => hearer.PersonId);
                if (course.RaisedBy is { } raiser)
                {
                    others = others.Append(raiser);
                }

                foreach (var other in others.Where(person => person != viewer.PersonId))
                {
                    await notices.TellAsync(write, other, matter, "Something was written to you in a concern.", cancellationToken);
                }

                return null;
            },
            cancellationToken
        );
    }
}
