using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Information;

/// <summary>
/// A fee that was not paid within the three months of its notice: what the access law gave is no longer owed (FOIA s.9(2)). What the protocol gives is owed all the same.
/// </summary>
public sealed class LapseUnpaidFees(
    ComityDb db,
    CouncilWrites writes,
    DutyClocks clocks,
    Messages messages,
    Duties duties,
    EnquiryNotices notices
)
{
    public const string MessageKind = "fee-lapsed";

    /// <returns>How many lapsed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var today = writes.Today;
        var waiting = await db
            .Duties.AsNoTracking()
            .Include(duty => duty.Ledger)
            .Where(duty => duty.Kind == StatutoryClock.Duty && duty.State == DutyState.Owed && duty.DueOn == null)
            .ToListAsync(cancellationToken);
        var lapsed = waiting
            .Where(duty => FeesNotice.WaitsSince(duty) is { } given && FeesNotice.LapsesOn(given) <= today)
            .Select(duty => duty.MatterId)
            .ToList();
        foreach (var id in lapsed)
        {
            await LapseAsync(id, cancellationToken);
        }

        return lapsed.Count;
    }

    private async Task LapseAsync(Guid matterId, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        var version = await db
            .Matters.Where(matter => matter.Id == matterId)
            .Select(matter => matter.Version)
            .SingleAsync(cancellationToken);
        var matter = await write.MatterAsync(matterId, version, cancellationToken);
        if (await duties.OwedAsync(matterId, [StatutoryClock.Duty], cancellationToken) is not [var duty, ..])
        {
            return;
        }

        var regime = (await clocks.CountAsync(duty, write.Today, cancellationToken)).Regime;
        await duties.EndAsync(
            write,
            matter,
            [StatutoryClock.Duty],
            DutyState.Lifted,
            FeesNotice.SourceOfLapse(regime),
            "The fee was not paid within three months.",
            cancellationToken
        );
        await messages.PostAsync(
            write,
            matter,
            MessageKind,
            Parts.Content,
            $"The fee was not paid within three months of its notice, so nothing is owed under {regime.Name} any more. What the protocol gives is owed all the same.",
            [],
            cancellationToken
        );
        await notices.TellMemberAsync(
            write,
            matter,
            "A fee was not paid in time: nothing is owed under the access law any more.",
            cancellationToken
        );
        await notices.TellOwnerAsync(
            write,
            matter,
            "A fee was not paid in time: nothing is owed under the access law any more.",
            cancellationToken
        );
        await write.CommitAsync(cancellationToken);
    }
}
