using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Rulings;

/// <summary>The last day of a ruling. It stands in the record and beside its clause as one that has ended.</summary>
public sealed record WithdrawRulingRequest(int Number, DateOnly? LastDay, string? Because, string? Opened = null);

public sealed class WithdrawRuling(ComityDb db, Library library, CouncilWrites writes)
{
    /// <summary>What the council has adopted is the council's, and ends by a minute that a keeper of the register enters.</summary>
    public static bool MayEnd(Viewer viewer, Ruling ruling)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(ruling);
        return ruling.AdoptedFrom is null ? viewer.Holds("monitoring-officer") : viewer.MayKeepRegister();
    }

    public async Task<RegisterChange> ExecuteAsync(Viewer acting, WithdrawRulingRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(request);
        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        if (await db.Rulings.SingleOrDefaultAsync(one => one.Number == request.Number, ct) is not { } ruling)
        {
            return new RegisterChange.Missing();
        }

        if (!MayEnd(acting, ruling))
        {
            return new RegisterChange.Missing();
        }

        AsOpened.StillFits(request.Opened, AsOpened.Of([ruling]));
        if (ruling.Until is not null)
        {
            return new RegisterChange.Missing();
        }

        var read = await library.OnAsync(write.Today, ct);
        var errors = new FieldErrors();
        errors.When(request.LastDay is null, nameof(request.LastDay), "Enter the last day on which it holds");
        var first = ruling.From > write.Today ? ruling.From.AddDays(-1) : write.Today;
        errors.When(
            request.LastDay < first,
            nameof(request.LastDay),
            "The last day must be today or later: what was decided with it stands"
        );
        errors.Text(
            request.Because,
            nameof(request.Because),
            ruling.AdoptedFrom is null ? "Enter why it ends" : "Enter the minute of the decision to end it",
            2000
        );
        if (!errors.Any)
        {
            var places = new[] { ruling.ByRole, ruling.ToRole, ruling.AboutRole };
            if (await db.RefusalAsync(acting, read.Protocol, ruling.Act, places, ct) is { } refusal)
            {
                errors.Add(nameof(request.LastDay), refusal);
            }
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        ruling.Until = request.LastDay;
        ruling.EndedBecause = request.Because!.Trim();
        await db.SaveChangesAsync(ct);
        await db.BeginEditionAsync(write, read, ct);
        write.Record(
            "ruling-withdrawn",
            new JsonObject
            {
                ["ruling"] = $"{ruling.Id:N}",
                ["number"] = ruling.Number,
                ["lastDay"] = ruling.Until!.Value.Iso(),
                ["because"] = ruling.EndedBecause,
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(ruling.Id);
    }
}
