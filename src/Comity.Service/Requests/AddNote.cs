using Comity.Service.Matters;

namespace Comity.Service.Requests;

public sealed record AddNoteRequest(MatterAt At, string Words);

/// <summary>A note among the officers who deal with it. The member does not see it; a request under information law might bring it out.</summary>
public sealed class AddNote(Enquiries enquiries, Messages messages)
{
    public Task<ActResult> ExecuteAsync(AddNoteRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.MaySee(Parts.Notes),
            async opened =>
            {
                await messages.PostAsync(opened.Write, opened.Matter, "note", Parts.Notes, request.Words, [], cancellationToken);
                return null;
            },
            cancellationToken
        );
}
