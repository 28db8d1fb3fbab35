using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>Begins, moves and ends what is owed. Dates are derived from the ledger; nobody types one in.</summary>
public sealed class Duties(ComityDb db)
{
    /// <summary>Somebody owes something from now on. A clock without a number ("promptly") makes a duty without a date, and the page says why there is none.</summary>
    public Duty Owe(
        CouncilWrite write,
        Matter matter,
        string kind,
        string debtorToken,
        string creditorToken,
        CountedBy counted,
        DateOnly anchor,
        string happened
    )
    {
        var regime = counted.Regime;
        var derived = counted.Open(anchor, happened, write.ActorToken(matter)).Derive();
        var duty = new Duty
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            MatterId = matter.Id,
            Kind = kind,
            DebtorToken = debtorToken,
            CreditorToken = creditorToken,
            Source = regime.Source,
            Clock = regime.Clock.ToString(),
            DueOn = derived.Due,
            CreatedAt = write.At,
        };
        db.Duties.Add(duty);
        Enter(write, matter, duty, 1, "started", anchor, happened, regime.Source, derived);
        write.Record(
            "duty-owed",
            matter,
            Parts.OfRecord(matter),
            new JsonObject
            {
                ["duty"] = kind,
                ["by"] = debtorToken,
                ["to"] = creditorToken,
                ["source"] = regime.Source,
                ["clock"] = duty.Clock,
                ["from"] = Iso(anchor),
                ["due"] = Iso(derived.Due),
                ["calendar"] = derived.Calendar.ToString(),
            }
        );
        return duty;
    }

    /// <summary>The duties of these kinds that are still owed in the matter, with their ledgers.</summary>
    public async Task<List<Duty>> OwedAsync(Guid matterId, IReadOnlyCollection<string> kinds, CancellationToken cancellationToken) =>
        await db
            .Duties.Include(duty => duty.Ledger)
            .Where(duty => duty.MatterId == matterId && kinds.Contains(duty.Kind) && duty.State == DutyState.Owed)
            .OrderBy(duty => duty.CreatedAt)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Adds a pause, its end or an extension to a duty's ledger, if the regime gives it.
    /// </summary>
    /// <returns>Null when it was done; otherwise why not, and on which source.</returns>
    public LedgerRefused? Move(CouncilWrite write, Matter matter, Duty duty, CountedBy counted, LedgerEntry line)
    {
        var regime = counted.Regime;
        var change = counted.Restore(duty.Ledger).Add(line);
        if (change is LedgerRefused refused)
        {
            return refused;
        }

        var derived = ((LedgerAccepted)change).Ledger.Derive();
        var (kind, ground, days) = line switch
        {
            Paused paused => ("paused", paused.Ground, (int?)null),
            Resumed => ("resumed", null, null),
            ExtendedBy extended => ("extended", extended.Ground, extended.Days),
            ExtendedTo extended => ("extended-to", extended.Ground, null),
            InformationAsked asked => ("information-asked", asked.Ground, null),
            Restarted => ("restarted", null, null),
            _ => throw new InvalidOperationException($"A {line.GetType().Name} line is not moved by hand."),
        };
        var source = line switch
        {
            Paused paused => regime.Find(AllowanceKind.Pause, paused.Ground)!.Source,
            ExtendedBy extended => regime.Find(AllowanceKind.Extension, extended.Ground)!.Source,
            ExtendedTo extended => regime.Find(AllowanceKind.Extension, extended.Ground)!.Source,
            InformationAsked asked => regime.Find(AllowanceKind.Restart, asked.Ground)!.Source,
            _ => regime.Source,
        };
        var before = duty.DueOn;
        duty.DueOn = derived.Due;
        Enter(write, matter, duty, NextLine(duty), kind, line.On, line.Reason, source, derived, ground, days);
        write.Record(
            "duty-" + kind,
            matter,
            Parts.OfRecord(matter),
            new JsonObject
            {
                ["duty"] = duty.Kind,
                ["was-due"] = Iso(before),
                ["due"] = Iso(derived.Due),
                ["source"] = source,
                ["reason"] = line.Reason,
            }
        );
        return null;
    }

    /// <summary>Ends the duties of these kinds that are still owed in the matter: met when done, lifted when no longer owed.</summary>
    public async Task EndAsync(
        CouncilWrite write,
        Matter matter,
        IReadOnlyCollection<string> kinds,
        DutyState state,
        string source,
        string reason,
        CancellationToken cancellationToken
    )
    {
        foreach (var duty in await OwedAsync(matter.Id, kinds, cancellationToken))
        {
            End(write, matter, duty, state, source, reason);
        }
    }

    /// <summary>
    /// From now on it is owed under another rule, from the same day: the old duty stays to be read, and what happened to its clock happens to the new one
    /// as far as the new rule lets it.
    /// </summary>
    public Duty Follow(CouncilWrite write, Matter matter, Duty before, CountedBy counted, string reason)
    {
        var lines = before.Ledger.OrderBy(entry => entry.Sequence).ToList();
        End(write, matter, before, DutyState.Lifted, counted.Regime.Source, reason);
        var duty = Owe(write, matter, before.Kind, before.DebtorToken, before.CreditorToken, counted, lines[0].On, lines[0].Reason);
        foreach (var line in lines.Select(CountedBy.ToMove).OfType<LedgerEntry>())
        {
            if (Move(write, matter, duty, counted, line) is not null)
            {
                break;
            }
        }

        return duty;
    }

    private void End(CouncilWrite write, Matter matter, Duty duty, DutyState state, string source, string reason)
    {
        duty.State = state;
        duty.EndedAt = write.At;
        duty.EndedOn = write.Today;
        var last = duty.Ledger.OrderBy(entry => entry.Sequence).Last();
        db.DueEntries.Add(
            new DueEntry
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                DutyId = duty.Id,
                Sequence = last.Sequence + 1,
                Kind = "stopped",
                On = write.Today,
                Reason = reason,
                Source = source,
                CalendarVersion = last.CalendarVersion,
                DueOn = duty.DueOn,
                AuthorToken = write.ActorToken(matter),
                RecordedAt = write.At,
            }
        );
        write.Record(
            state == DutyState.Met ? "duty-met" : "duty-lifted",
            matter,
            Parts.OfRecord(matter),
            new JsonObject
            {
                ["duty"] = duty.Kind,
                ["due"] = Iso(duty.DueOn),
                ["on"] = Iso(write.Today),
                ["source"] = source,
                ["reason"] = reason,
            }
        );
    }

    /// <summary>Counts a duty again by another edition of the calendar and says what changed; null when nothing did.</summary>
    public DueEntry? Recount(CouncilWrite write, Matter matter, Duty duty, CountedBy counted)
    {
        var derived = counted.Restore(duty.Ledger).Derive();
        if (derived.Due == duty.DueOn)
        {
            return null;
        }

        var before = duty.DueOn;
        duty.DueOn = derived.Due;
        write.Record(
            "duty-recounted",
            matter,
            Parts.OfRecord(matter),
            new JsonObject
            {
                ["duty"] = duty.Kind,
                ["was-due"] = Iso(before),
                ["due"] = Iso(derived.Due),
                ["calendar"] = derived.Calendar.ToString(),
            }
        );
        return Enter(
            write,
            matter,
            duty,
            NextLine(duty),
            "recounted",
            write.Today,
            "The calendar of working days changed.",
            counted.Regime.Source,
            derived
        );
    }

    internal static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Iso(DateOnly? date) => date is { } day ? Iso(day) : null;

    private static int NextLine(Duty duty) => duty.Ledger.Max(entry => entry.Sequence) + 1;

    private DueEntry Enter(
        CouncilWrite write,
        Matter matter,
        Duty duty,
        int sequence,
        string kind,
        DateOnly on,
        string reason,
        string source,
        DueDerivation derived,
        string? ground = null,
        int? days = null
    )
    {
        var entry = new DueEntry
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            DutyId = duty.Id,
            Sequence = sequence,
            Kind = kind,
            On = on,
            Ground = ground,
            Days = days,
            Reason = reason,
            Source = source,
            CalendarVersion = derived.Calendar.ToString(),
            DueOn = derived.Due,
            AuthorToken = write.ActorToken(matter),
            RecordedAt = write.At,
        };
        db.DueEntries.Add(entry);
        return entry;
    }
}
