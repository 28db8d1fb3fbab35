using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

public sealed record UnlinkMattersRequest(MatterAt At, Guid LinkId);

/// <summary>Takes back that two matters have to do with each other. What was merged is taken out again in a way of its own.</summary>
public sealed class UnlinkMatters(ComityDb db, Enquiries enquiries, LinkedMatters linked)
{
    public Task<ActResult> ExecuteAsync(UnlinkMattersRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.MaySee(Parts.Content),
            async opened =>
            {
                var seen = await linked.OfAsync(opened.Matter, viewer, opened.Write.At, cancellationToken);
                if (seen.FirstOrDefault(one => one.LinkId == request.LinkId && MatterLinkKind.Sayable.Contains(one.Kind)) is not { } found)
                {
                    return new("They are not linked any longer.", Audience.SafeguardSource);
                }

                var link = await db.MatterLinks.SingleAsync(row => row.Id == found.LinkId, cancellationToken);
                link.EndedAt = opened.Write.At;
                opened.Write.Record("matters-unlinked", new JsonObject { ["link"] = $"{link.Id:N}" });
                return null;
            },
            cancellationToken
        );
}
