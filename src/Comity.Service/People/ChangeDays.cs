using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Other days for an entry of the register: a term that ends later, a first day that was written down wrongly.</summary>
public sealed record ChangeDaysRequest(Guid Id, DateOnly? From, DateOnly? Until);

public sealed class ChangeDays<TFact>(ComityDb db, CouncilWrites writes)
    where TFact : DatedFact
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, ChangeDaysRequest request, CancellationToken ct = default)
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
        errors.Days(request.From, request.Until, nameof(request.From), nameof(request.Until));
        if (!errors.Any)
        {
            await db.CheckDaysAsync(fact, request.From!.Value, request.Until, nameof(request.From), nameof(request.Until), errors, ct);
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        if (fact.From == request.From && fact.Until == request.Until)
        {
            return new RegisterChange.Done(fact.Id);
        }

        var replacement = db.Redate(fact, request.From!.Value, request.Until, write)!;
        write.Record(
            "entry-dated",
            new JsonObject
            {
                ["what"] = typeof(TFact).Name,
                ["entry"] = $"{fact.Id:N}",
                ["replacedBy"] = $"{replacement.Id:N}",
                ["fromBefore"] = fact.From.Iso(),
                ["untilBefore"] = fact.Until?.Iso(),
                ["from"] = replacement.From.Iso(),
                ["until"] = replacement.Until?.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(replacement.Id);
    }
}
