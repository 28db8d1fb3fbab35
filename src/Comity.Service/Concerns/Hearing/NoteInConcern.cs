using Comity.Service.Matters;

namespace Comity.Service.Concerns.Hearing;

public sealed record NoteInConcernRequest(MatterAt At, string Words);

/// <summary>A note among those who hear a concern.</summary>
public sealed class NoteInConcern(ConcernMatters concerns, Messages messages)
{
    public Task<ActResult> ExecuteAsync(NoteInConcernRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen.IsHearer && seen.MaySee(Parts.Notes),
            async opened =>
            {
                await messages.PostAsync(opened.Write, opened.Matter, "note", Parts.Notes, request.Words, [], cancellationToken);
                return null;
            },
            cancellationToken
        );
    }
}
