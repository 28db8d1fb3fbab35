using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Arrangements;

/// <summary>The council settles something on which its protocol is silent. It takes the place of what was settled before.</summary>
public sealed record StateArrangementRequest(
    string? Key,
    string? Value,
    string? Minute,
    DateOnly? From,
    DateOnly? Until,
    string? Opened = null
);

public sealed class StateArrangement(ComityDb db, Library library, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, StateArrangementRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        var rule = ArrangementRules.Find(request.Key);
        var value = request.Value?.Trim() ?? "";
        var errors = new List<FieldError>();
        if (rule is null)
        {
            errors.Add(new(nameof(request.Key), "Choose what is settled"));
        }
        else if (rule.Check(value) is { } wrong)
        {
            errors.Add(new(nameof(request.Value), wrong));
        }

        if (string.IsNullOrWhiteSpace(request.Minute))
        {
            errors.Add(new(nameof(request.Minute), "Enter the minute of the decision, as the council refers to it"));
        }
        else if (request.Minute.Trim().Length > 200)
        {
            errors.Add(new(nameof(request.Minute), "The minute must be 200 characters or fewer"));
        }

        if (request.From is null)
        {
            errors.Add(new(nameof(request.From), "Enter the first day on which it holds"));
        }
        else if (request.Until < request.From)
        {
            errors.Add(new(nameof(request.Until), "The last day must be on or after the first day"));
        }

        if (errors.Count > 0)
        {
            return new RegisterChange.Refused(errors);
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        AsOpened.StillFits(
            request.Opened,
            AsOpened.Of(await db.Arrangements.AsNoTracking().Where(one => one.Key == rule!.Key).ToListAsync(ct))
        );
        if (await db.ConcernsAsync(acting, ct))
        {
            return new RegisterChange.Refused([new(nameof(request.Key), OwnMatter.Refusal)]);
        }

        if (await NoGapAsync(rule!.Key, write.Today, ct) is { } spoken)
        {
            return new RegisterChange.Refused([new(nameof(request.Key), spoken)]);
        }

        var from = request.From!.Value;
        var before = await db
            .Arrangements.Where(one => one.Key == rule!.Key && (one.Until == null || one.Until >= from))
            .OrderBy(one => one.From)
            .ToListAsync(ct);
        if (before.Exists(one => one.From >= from))
        {
            return new RegisterChange.Refused([
                new(nameof(request.From), "Something is settled from that day or a later one already. End it first, or choose a later day"),
            ]);
        }

        foreach (var one in before)
        {
            one.Until = from.AddDays(-1);
        }

        var arrangement = new Arrangement
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            Key = rule!.Key,
            Value = value,
            AuthorPersonId = acting.PersonId,
            Minute = request.Minute!.Trim(),
            From = from,
            Until = request.Until,
            RecordedAt = write.At,
        };
        db.Add(arrangement);
        write.Record(
            "arrangement-stated",
            new JsonObject
            {
                ["arrangement"] = $"{arrangement.Id:N}",
                ["key"] = arrangement.Key,
                ["value"] = arrangement.Value,
                ["before"] = before.LastOrDefault()?.Value,
                ["minute"] = arrangement.Minute,
                ["from"] = from.ToString("O", CultureInfo.InvariantCulture),
                ["until"] = arrangement.Until?.ToString("O", CultureInfo.InvariantCulture),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(arrangement.Id);
    }

    /// <summary>An arrangement fills a gap: where the protocol speaks already, what it says. Null where there is a gap.</summary>
    private async Task<string?> NoGapAsync(string key, DateOnly today, CancellationToken ct)
    {
        if (!await db.TextEditions.AnyAsync(ct))
        {
            return null;
        }

        var read = await library.OnAsync(today, ct);
        if (ArrangementRules.Under(read.Protocol).All(rule => rule.Key != key))
        {
            return "The protocol leaves no such figure to the council";
        }

        return ArrangementGap.Of(read, key, today).Closed;
    }
}
