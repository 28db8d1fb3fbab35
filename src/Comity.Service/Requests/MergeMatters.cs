using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <param name="At">The duplicate, which ends.</param>
/// <param name="Into">The reference of the one in which the answer is given.</param>
public sealed record MergeMattersRequest(MatterAt At, string? Into);

/// <summary>
/// A member has asked the same twice: the answer is given in one of the two. What was said stays where it was said. No protocol speaks of merging, so it is
/// a safeguard of Comity's own, and a narrow one: the answer comes no later than either promised, to the same person, and from somebody who reads both.
/// </summary>
public sealed class MergeMatters(
    ComityDb db,
    Enquiries enquiries,
    MatterParties parties,
    Messages messages,
    Duties duties,
    MembersAnswer asked,
    EnquiryNotices notices
)
{
    /// <summary>Why a duty ended that was owed in a duplicate.</summary>
    public const string Reason = "It was merged into another matter of the same member, which is due no later.";

    public Task<ActResult> ExecuteAsync(MergeMattersRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.MaySee(Parts.Notes),
            opened => MergeAsync(opened, request, viewer, cancellationToken),
            cancellationToken
        );

    private async Task<ActResult.Refused?> MergeAsync(
        OpenedEnquiry opened,
        MergeMattersRequest request,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var (matter, write) = (opened.Matter, opened.Write);
        var into = await enquiries.FindAsync(request.Into, viewer, cancellationToken);
        if (into?.MaySee(Parts.Notes) != true)
        {
            return No("There is no matter with this reference into which you may merge.");
        }

        if (await WhyNotAsync(matter, into, cancellationToken) is { } why)
        {
            return No(why);
        }

        await duties.EndAsync(write, matter, EnquiryRules.Replies, DutyState.Lifted, Audience.SafeguardSource, Reason, cancellationToken);
        await asked.LiftAsync(write, matter, Reason, cancellationToken);
        matter.State = MatterState.Closed;
        matter.ClosedAt = write.At;
        var link = new MatterLink
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            MatterId = matter.Id,
            OtherId = into.Matter.Id,
            Kind = MatterLinkKind.Merged,
            At = write.At,
            ByToken = write.ActorToken(matter),
        };
        db.MatterLinks.Add(link);
        write.Record("matter-merged", matter, Parts.Matter, new JsonObject { ["link"] = $"{link.Id:N}", ["reason"] = Reason });
        await messages.PostAsync(
            write,
            matter,
            "merged",
            Parts.Content,
            "It goes on in another matter of the same member, which is due no later. The answer is given there.",
            [],
            cancellationToken
        );
        await notices.TellMemberAsync(write, matter, "It goes on in another matter of yours, which is due no later.", cancellationToken);
        await notices.TellOwnerAsync(write, matter, "It goes on in another matter of the same member.", cancellationToken);
        return null;
    }

    private async Task<string?> WhyNotAsync(Matter matter, Standing into, CancellationToken cancellationToken)
    {
        var other = into.Matter;
        if (other.Id == matter.Id)
        {
            return "It is this one. Give the reference of another.";
        }

        if (other.Class != matter.Class)
        {
            return "One of the two is sealed and the other is not. They stay apart.";
        }

        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        var otherAsker = await parties.InAsync(into.Parties, MatterParties.RaisedBy, cancellationToken);
        if (asker is null || asker.PersonId != otherAsker?.PersonId)
        {
            return "They were asked by different people: each is owed an answer. Link them instead.";
        }

        if (!IsRunning(matter) || !IsRunning(other))
        {
            return "One of the two has been answered or closed. Link them instead.";
        }

        var owed = await duties.OwedAsync(matter.Id, EnquiryRules.Replies, cancellationToken);
        var otherOwed = into.Duties.Where(duty => duty.State == DutyState.Owed && EnquiryRules.OwedByOwner.Contains(duty.Kind)).ToList();
        if (otherOwed.Count == 0 || owed.Min(duty => duty.DueOn) is { } due && !(otherOwed.Min(duty => duty.DueOn) <= due))
        {
            return "The other one is due later, or has no date. Merge it the other way round: an answer never comes later by merging.";
        }

        // Whoever answers has to read what is asked in both.
        var answering = into.Parties.LastOrDefault(party => party.Place == MatterParties.Owner && party.EndedAt is null);
        var mayRead =
            answering is not null
            && await db.Grants.AnyAsync(
                grant =>
                    grant.MatterId == matter.Id && grant.Token == answering.Token && grant.Part == Parts.Content && grant.Until == null,
                cancellationToken
            );
        return mayRead ? null : "Whoever answers the other one does not see this one. Pass this one to the same office first.";
    }

    private static bool IsRunning(Matter matter) => matter.State is MatterState.Open or MatterState.Acknowledged;

    private static ActResult.Refused No(string why) => new(why, Audience.SafeguardSource);
}
