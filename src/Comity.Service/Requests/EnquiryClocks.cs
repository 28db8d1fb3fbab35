using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;

namespace Comity.Service.Requests;

/// <summary>What is particular to the clocks of an enquiry, beside how any duty is counted: pauses, later dates and the follow-up.</summary>
public sealed class EnquiryClocks(DutyClocks clocks, Library library, ArrangementsInForce arrangements)
{
    /// <summary>Whether a clock in the matter waits for the member.</summary>
    public async Task<bool> IsPausedAsync(Standing standing, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(standing);
        foreach (var duty in standing.Duties.Where(duty => duty.State == DutyState.Owed))
        {
            if ((await clocks.StandingAsync(duty, on, cancellationToken)).State == LedgerState.Paused)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last day for a follow-up, where the council has arranged one.</summary>
    public async Task<DateOnly?> FollowUpUntilAsync(DateOnly on, CancellationToken cancellationToken)
    {
        if (await arrangements.FindAsync(ArrangementKeys.FollowUpWindow, on, cancellationToken) is not { } arrangement)
        {
            return null;
        }

        var counted = await clocks.CountArrangedAsync(await library.OnAsync(on, cancellationToken), arrangement, on, cancellationToken);
        return counted.Open(on, "It was answered.", "Comity").Derive().Due;
    }

    /// <summary>Adds a line to the ledgers of what is owed in the matter, if the council's arrangements give it.</summary>
    /// <returns>Null when it was done.</returns>
    public async Task<ActResult.Refused?> MoveAsync(
        CouncilWrite write,
        Matter matter,
        LedgerEntry line,
        Duties duties,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(duties);
        var owed = await duties.OwedAsync(matter.Id, EnquiryRules.Replies, cancellationToken);
        if (owed.Count == 0)
        {
            return new ActResult.Refused("Nothing is owed on it now.", Audience.SafeguardSource);
        }

        foreach (var duty in owed)
        {
            var counted = await clocks.CountAsync(duty, write.Today, cancellationToken);
            if (NotGiven(counted.Regime, line) is { } why)
            {
                return new ActResult.Refused(why, counted.Regime.Source);
            }

            if (duties.Move(write, matter, duty, counted, line) is { } refused)
            {
                return new ActResult.Refused(refused.Reason, refused.Source);
            }
        }

        return null;
    }

    /// <summary>Why the time limit cannot be moved at all, in an officer's words; null where the council has arranged that it can.</summary>
    private static string? NotGiven(Regime regime, LedgerEntry line) =>
        line switch
        {
            Paused paused when regime.Find(AllowanceKind.Pause, paused.Ground) is null =>
                "This time limit gives no pause, and the council has arranged none: the clock runs on.",
            ExtendedBy extended when regime.Find(AllowanceKind.Extension, extended.Ground) is null =>
                "This time limit gives no extension, and the council has arranged none: the date stays.",
            ExtendedTo agreed when regime.Find(AllowanceKind.Extension, agreed.Ground) is null =>
                "This time limit gives no date by agreement, and the council has arranged none: the date stays.",
            _ => null,
        };
}
