using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <param name="Other">The other one's reference.</param>
/// <param name="Kind">One of those that people may say.</param>
public sealed record LinkMattersRequest(MatterAt At, string? Other, string? Kind);

/// <summary>
/// Says that two matters have to do with each other. Whoever says it reads both; whoever reads one of them alone learns nothing of it: neither record holds
/// it, and the other's version stays.
/// </summary>
public sealed class LinkMatters(ComityDb db, Enquiries enquiries)
{
    /// <summary>One that is walled and one that is not there are answered alike.</summary>
    public const string NotThere = "There is no matter with this reference that you may see.";

    public Task<ActResult> ExecuteAsync(LinkMattersRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.MaySee(Parts.Content),
            opened => LinkAsync(opened, request, viewer, cancellationToken),
            cancellationToken
        );

    private async Task<ActResult.Refused?> LinkAsync(
        OpenedEnquiry opened,
        LinkMattersRequest request,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var (matter, write) = (opened.Matter, opened.Write);
        var other = await enquiries.FindAsync(request.Other, viewer, cancellationToken);
        if (other?.MaySee(Parts.Content) != true || request.Kind is not { } kind || !MatterLinkKind.Sayable.Contains(kind))
        {
            return new(NotThere, Audience.SafeguardSource);
        }

        var (one, two) = (matter.Id, other.Matter.Id);
        if (one == two)
        {
            return new("It is this one. Give the reference of another.", Audience.SafeguardSource);
        }

        if (
            await db.MatterLinks.AnyAsync(
                link =>
                    link.EndedAt == null
                    && ((link.MatterId == one && link.OtherId == two) || (link.MatterId == two && link.OtherId == one)),
                cancellationToken
            )
        )
        {
            return new("The two are linked already.", Audience.SafeguardSource);
        }

        var link = new MatterLink
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            MatterId = one,
            OtherId = two,
            Kind = kind,
            At = write.At,
            ByToken = write.ActorToken(matter),
        };
        db.MatterLinks.Add(link);
        write.Record("matters-linked", new JsonObject { ["link"] = $"{link.Id:N}", ["kind"] = kind });
        return null;
    }
}
