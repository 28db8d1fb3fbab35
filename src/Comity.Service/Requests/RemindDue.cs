using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Protocols.Calendars;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>
/// Warns before a reply is overdue (wigan 6.2: the effort is always to answer inside the limit) and, once it is, tells the next step up the
/// line. Nobody is named in public; the member sees that it was taken up.
/// </summary>
public sealed class RemindDue(
    ComityDb db,
    CouncilWrites writes,
    Library library,
    CouncilOnDate council,
    MatterParties parties,
    Audience audience,
    Notices notices,
    TimeProvider clock
)
{
    /// <summary>Working days before the due date, where the council has stated no other figure. Comity's own habit, and shown as such.</summary>
    public const int UsualWarning = 2;

    /// <returns>How many notices were written.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var warnFrom = await WarnFromAsync(today, cancellationToken);
        var soon = await db
            .Duties.AsNoTracking()
            .Where(duty => duty.State == DutyState.Owed && duty.DueOn != null && duty.DueOn <= warnFrom)
            .OrderBy(duty => duty.DueOn)
            .Select(duty => new
            {
                duty.Id,
                duty.DueOn,
                duty.EscalationStep,
            })
            .ToListAsync(cancellationToken);
        var told = 0;
        foreach (var duty in soon)
        {
            // Step 1 is the warning, step 2 the line manager once it is overdue; each is taken once.
            var step = duty.DueOn < today ? 2 : 1;
            if (duty.EscalationStep < step)
            {
                told += await TakeStepAsync(duty.Id, step, cancellationToken);
            }
        }

        return told;
    }

    private async Task<DateOnly> WarnFromAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var stated = await db
            .Arrangements.AsNoTracking()
            .Where(row => row.Key == ArrangementKeys.ReminderBefore && row.From <= today && (row.Until == null || row.Until >= today))
            .Select(row => row.Value)
            .FirstOrDefaultAsync(cancellationToken);
        var days = stated is null ? UsualWarning : int.Parse(stated, NumberStyles.None, CultureInfo.InvariantCulture);
        var read = await library.OnAsync(today, cancellationToken);
        var nation = Nations.FromKey(await db.Councils.AsNoTracking().Select(row => row.Nation).SingleAsync(cancellationToken))!.Value;
        return read.Holidays.ForCouncil(nation).AddWorkingDays(today, days);
    }

    private async Task<int> TakeStepAsync(Guid dutyId, int step, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        var duty = await db.Duties.SingleAsync(row => row.Id == dutyId, cancellationToken);
        var matter = await db.Matters.SingleAsync(row => row.Id == duty.MatterId, cancellationToken);
        if (
            duty.State != DutyState.Owed
            || duty.EscalationStep >= step
            || await parties.InAsync(matter, MatterParties.Owner, cancellationToken) is not { OfficeId: { } office } owner
        )
        {
            return 0;
        }

        duty.EscalationStep = step;
        var told = 0;
        if (step == 1)
        {
            await notices.TellAsync(write, owner.PersonId, matter, $"A reply is due by {duty.DueOn!.Value.InWords()}.", cancellationToken);
            write.Record(
                "reply-warning",
                matter,
                Parts.Matter,
                new JsonObject { ["duty"] = duty.Kind, ["due"] = Duties.Iso(duty.DueOn.Value) }
            );
            told++;
        }
        else
        {
            var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
            foreach (
                var manager in (await council.LineManagersOfOfficeAsync(office, write.Today, cancellationToken)).Where(held =>
                    held.PersonId != asker!.PersonId
                )
            )
            {
                var party = await parties.PlaceAsync(
                    write,
                    matter,
                    MatterParties.Overseeing,
                    manager.PersonId,
                    manager.OfficeId,
                    cancellationToken
                );
                audience.Give(
                    write,
                    matter,
                    party.Token,
                    [Parts.Matter, Parts.Content, Parts.Notes],
                    "A reply is overdue from somebody they manage.",
                    Audience.SafeguardSource
                );
                await notices.TellAsync(write, manager.PersonId, matter, "A reply is overdue from somebody you manage.", cancellationToken);
                told++;
            }

            write.Record(
                "reply-overdue",
                matter,
                Parts.Matter,
                new JsonObject
                {
                    ["duty"] = duty.Kind,
                    ["due"] = Duties.Iso(duty.DueOn!.Value),
                    ["told"] = told,
                }
            );
            await notices.TellAsync(
                write,
                asker!.PersonId,
                matter,
                "Your reply is overdue. The line manager has been told.",
                cancellationToken
            );
        }

        await write.CommitAsync(cancellationToken);
        return told;
    }
}
