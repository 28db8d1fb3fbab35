using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Arrangements;

/// <summary>The last day of an arrangement. After it the protocol's silence is a gap again.</summary>
public sealed record EndArrangementRequest(Guid Id, DateOnly? LastDay, string? Minute, string? Opened = null);

public sealed class EndArrangement(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, EndArrangementRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var arrangement = await db.Arrangements.FirstOrDefaultAsync(one => one.Id == request.Id, ct);
        if (arrangement is null)
        {
            return new RegisterChange.Missing();
        }

        AsOpened.StillFits(request.Opened, AsOpened.Of([arrangement]));
        if (arrangement.Until < write.Today)
        {
            return new RegisterChange.Missing();
        }

        var errors = new List<FieldError>();
        if (request.LastDay is null)
        {
            errors.Add(new(nameof(request.LastDay), "Enter the last day on which it holds"));
        }
        else if (request.LastDay < write.Today.AddDays(-1) || request.LastDay < arrangement.From.AddDays(-1))
        {
            errors.Add(
                new(
                    nameof(request.LastDay),
                    "The last day must be yesterday or later, and not before the arrangement began: dates that were worked out with it stand"
                )
            );
        }

        if (string.IsNullOrWhiteSpace(request.Minute))
        {
            errors.Add(new(nameof(request.Minute), "Enter the minute of the decision, as the council refers to it"));
        }
        else if (request.Minute.Trim().Length > 200)
        {
            errors.Add(new(nameof(request.Minute), "The minute must be 200 characters or fewer"));
        }

        if (errors.Count == 0 && await db.ConcernsAsync(acting, ct))
        {
            errors.Add(new(nameof(request.LastDay), OwnMatter.Refusal));
        }

        if (errors.Count > 0)
        {
            return new RegisterChange.Refused(errors);
        }

        var before = arrangement.Until;
        arrangement.Until = request.LastDay;
        write.Record(
            "arrangement-ended",
            new JsonObject
            {
                ["arrangement"] = $"{arrangement.Id:N}",
                ["key"] = arrangement.Key,
                ["before"] = before?.ToString("O", CultureInfo.InvariantCulture),
                ["lastDay"] = request.LastDay!.Value.ToString("O", CultureInfo.InvariantCulture),
                ["minute"] = request.Minute!.Trim(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(arrangement.Id);
    }
}
