using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Requests;

public sealed record AnswerPauseRequest(EnquiryAt At, string Words, IReadOnlyList<IncomingFile> Files);

/// <summary>The member gives what was asked for and the clock runs again from the next day.</summary>
public sealed class AnswerPause(
    Enquiries enquiries,
    EnquiryRules rules,
    Messages messages,
    Duties duties,
    MatterParties parties,
    Notices notices
)
{
    public async Task<EnquiryActResult> ExecuteAsync(AnswerPauseRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.IsAsker, cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        var refused = await rules.MoveClocksAsync(
            write,
            matter,
            new Resumed(write.Today, "The member answered.", write.ActorToken(matter)),
            duties,
            cancellationToken
        );
        if (refused is not null)
        {
            return refused;
        }

        await messages.PostAsync(write, matter, "pause-answered", Parts.Content, request.Words, request.Files, cancellationToken);
        var owner = await parties.InAsync(matter, MatterParties.Owner, cancellationToken);
        await notices.TellAsync(
            write,
            owner!.PersonId,
            matter,
            "The member has given what you asked for. The clock runs again.",
            cancellationToken
        );
        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }
}
