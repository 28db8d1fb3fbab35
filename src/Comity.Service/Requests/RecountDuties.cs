using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>One date that a new calendar moved.</summary>
public sealed record RecountedDuty(string Reference, string Duty, DateOnly? Before, DateOnly? After);

/// <summary>
/// Counts every duty that is still owed again, after the list of bank holidays or the council's closure days has changed, and says what
/// moved. A day that is proclaimed later must not leave old dates standing.
/// </summary>
public sealed class RecountDuties(
    ComityDb db,
    CouncilWrites writes,
    DutyClocks clocks,
    Duties duties,
    EnquiryNotices notices,
    TimeProvider clock
)
{
    /// <returns>The dates that moved, before and after.</returns>
    public async Task<IReadOnlyList<RecountedDuty>> ExecuteAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var moved = new List<RecountedDuty>();

        // Most dates stay: they are counted without a write, and whatever moved is counted again within one.
        var owed = new List<Guid>();
        var all = db
            .Duties.AsNoTracking()
            .Include(duty => duty.Ledger)
            .Where(duty => duty.State == DutyState.Owed && duty.DueOn != null)
            .OrderBy(duty => duty.Id)
            .ToListAsync(cancellationToken);
        foreach (var duty in await all)
        {
            var counted = await clocks.CountAsync(duty, today, cancellationToken);
            if (counted.Restore(duty.Ledger).Derive().Due != duty.DueOn)
            {
                owed.Add(duty.Id);
            }
        }

        foreach (var id in owed)
        {
            await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
            var duty = await db.Duties.Include(row => row.Ledger).SingleAsync(row => row.Id == id, cancellationToken);
            var before = duty.DueOn;
            var matter = await db.Matters.SingleAsync(row => row.Id == duty.MatterId, cancellationToken);
            if (duties.Recount(write, matter, duty, await clocks.CountAsync(duty, today, cancellationToken)) is not null)
            {
                matter.Version++;
                var words =
                    $"The calendar of working days changed: a date in it is now {duty.DueOn?.InWords() ?? "open"}, and was {before?.InWords()}.";
                await notices.TellOwnerAsync(write, matter, words, cancellationToken);
                await notices.TellMemberAsync(write, matter, words, cancellationToken);
                await write.CommitAsync(cancellationToken);
                moved.Add(new RecountedDuty(matter.Reference, duty.Kind, before, duty.DueOn));
            }
        }

        return moved;
    }
}
