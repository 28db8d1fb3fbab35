using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <param name="At">The duplicate, which goes on by itself again.</param>
public sealed record UnmergeMattersRequest(MatterAt At);

/// <summary>
/// Two matters were not the same after all: the one that was merged is owed an answer of its own again, by the date that it had before. Once the other one
/// has been answered it is too late: the member follows up there.
/// </summary>
public sealed class UnmergeMatters(
    ComityDb db,
    Enquiries enquiries,
    DutyClocks clocks,
    LinkedMatters linked,
    MatterParties parties,
    Messages messages,
    Duties duties,
    EnquiryNotices notices,
    ViewerTokens tokens
)
{
    public Task<ActResult> ExecuteAsync(UnmergeMattersRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.MaySee(Parts.Notes),
            opened => UnmergeAsync(opened, viewer, cancellationToken),
            cancellationToken
        );

    private async Task<ActResult.Refused?> UnmergeAsync(OpenedEnquiry opened, Viewer viewer, CancellationToken cancellationToken)
    {
        var (matter, write) = (opened.Matter, opened.Write);
        var seen = await linked.OfAsync(matter, viewer, write.At, cancellationToken);
        if (seen.FirstOrDefault(one => one is { Kind: MatterLinkKind.Merged, FromHere: true }) is not { } found)
        {
            return new("It is not merged into a matter that you may see.", Audience.SafeguardSource);
        }

        if (found.State is not (MatterState.Open or MatterState.Acknowledged))
        {
            return new("The other one has been answered. The member can follow up there.", Audience.SafeguardSource);
        }

        if (await parties.AnsweringAsync(matter, cancellationToken) is not { OfficeId: { } office })
        {
            return new("Nobody has it to answer. Pass it on first.", Audience.SafeguardSource);
        }

        var lifted = await db
            .Duties.Include(duty => duty.Ledger)
            .Where(duty => duty.MatterId == matter.Id && duty.State == DutyState.Lifted && duty.EndedAt == matter.ClosedAt)
            .Where(duty => EnquiryRules.Replies.Contains(duty.Kind))
            .ToListAsync(cancellationToken);
        foreach (var duty in lifted)
        {
            // From the day from which it ran before: a pause or an extension that it had is not given again, so it is due no later than it was.
            var counted = await clocks.CountAsync(duty, write.Today, cancellationToken);
            duties.Owe(
                write,
                matter,
                duty.Kind,
                tokens.Office(office, matter.Class),
                duty.CreditorToken,
                counted,
                duty.Ledger.MinBy(entry => entry.Sequence)!.On,
                "It was taken out of the other matter again; the date is counted from the day from which it ran."
            );
        }

        matter.State = lifted.Exists(duty => duty.Kind == EnquiryRules.FullReplyDuty) ? MatterState.Acknowledged : MatterState.Open;
        matter.ClosedAt = null;
        var link = await db.MatterLinks.SingleAsync(row => row.Id == found.LinkId, cancellationToken);
        link.EndedAt = write.At;
        write.Record("matter-unmerged", matter, Parts.Matter, new JsonObject { ["link"] = $"{link.Id:N}" });
        await messages.PostAsync(
            write,
            matter,
            "unmerged",
            Parts.Content,
            "It goes on by itself again. An answer is owed here, by the date that it had.",
            [],
            cancellationToken
        );
        await notices.TellMemberAsync(write, matter, "It goes on by itself again, by the date that it had.", cancellationToken);
        await notices.TellOwnerAsync(write, matter, "It goes on by itself again: an answer is owed.", cancellationToken);
        return null;
    }
}
