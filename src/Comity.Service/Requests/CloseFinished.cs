using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>Closes what was answered when the arranged time for following up has passed. Where the council has arranged no time, only the member closes.</summary>
public sealed class CloseFinished(ComityDb db, CouncilWrites writes, TimeProvider clock)
{
    /// <returns>How many were closed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var finished = await db
            .Matters.AsNoTracking()
            .Where(matter => matter.State == MatterState.Answered && matter.FollowUpUntil < today)
            .Select(matter => new { matter.Id, matter.Version })
            .ToListAsync(cancellationToken);
        foreach (var found in finished)
        {
            await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
            var matter = await write.MatterAsync(found.Id, found.Version, cancellationToken);
            matter.State = MatterState.Closed;
            matter.ClosedAt = write.At;
            write.Record("matter-closed", matter, Parts.Matter, new JsonObject { ["reason"] = "The time for following up has passed." });
            await write.CommitAsync(cancellationToken);
        }

        return finished.Count;
    }
}
