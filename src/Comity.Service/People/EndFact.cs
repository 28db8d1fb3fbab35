using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>The last day of a holding, a membership, a deputy's time, a delegation … A day before the first takes the whole entry back.</summary>
public sealed record EndFactRequest(Guid Id, DateOnly? LastDay);

public sealed class EndFact<TFact>(ComityDb db, CouncilWrites writes)
    where TFact : DatedFact
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, EndFactRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var fact = await db.Set<TFact>().IgnoreQueryFilters().FirstOrDefaultAsync(one => one.Id == request.Id, ct);
        if (fact is null || !await db.MayChangeAsync(acting, fact, write.Today, ct))
        {
            return new RegisterChange.Missing();
        }

        if (fact.SupersededAt is not null)
        {
            throw new ChangedSinceOpenedException("The entry has other days by now, or was taken back.");
        }

        var errors = new FieldErrors();
        errors.When(request.LastDay is null, nameof(request.LastDay), "Enter the last day");
        if (request.LastDay is { } wanted && wanted >= fact.From)
        {
            await db.CheckDaysAsync(fact, fact.From, wanted, nameof(request.LastDay), nameof(request.LastDay), errors, ct);
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        var lastDay = request.LastDay!.Value;
        var replacement = db.Redate(fact, fact.From, lastDay, write);
        write.Record(
            replacement is null ? "entry-withdrawn" : "entry-ended",
            new JsonObject
            {
                ["what"] = typeof(TFact).Name,
                ["entry"] = $"{fact.Id:N}",
                ["replacedBy"] = replacement is null ? null : $"{replacement.Id:N}",
                ["from"] = fact.From.Iso(),
                ["before"] = fact.Until?.Iso(),
                ["lastDay"] = lastDay.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(replacement?.Id ?? fact.Id);
    }
}
