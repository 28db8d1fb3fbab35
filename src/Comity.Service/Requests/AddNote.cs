using Comity.Service.Matters;

namespace Comity.Service.Requests;

public sealed record AddNoteRequest(EnquiryAt At, string Words);

/// <summary>A note among the officers who deal with it. The member does not see it; a request under information law might bring it out.</summary>
public sealed class AddNote(Enquiries enquiries, Messages messages)
{
    public async Task<EnquiryActResult> ExecuteAsync(AddNoteRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.MaySee(Parts.Notes), cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        await messages.PostAsync(write, matter, "note", Parts.Notes, request.Words, [], cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }
}
