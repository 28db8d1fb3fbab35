using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Hearing;

/// <summary>
/// Puts a concern into somebody's hands: the place, what can be seen from it and what is owed go over together. It is entrusted to the person in the office, and not to
/// the office: who holds it next may be the one whom it is about.
/// </summary>
public sealed class ConcernHearing(
    ComityDb db,
    MatterParties parties,
    Audience audience,
    Duties duties,
    ConcernClocks clocks,
    Notices notices,
    ViewerTokens tokens
)
{
    private static readonly string[] Owed = [ConcernClocks.TakeUpDuty, ConcernClocks.OutcomeDuty, ConcernClocks.NameHearerDuty];

    /// <summary>Goes on at another step, or is in other hands at the same one.</summary>
    /// <param name="ending">Why whoever had it has it no longer, in words that name nobody; for the first step, empty.</param>
    /// <returns>The course from now on; the caller keeps it.</returns>
    public async Task<ConcernCourse> ToAsync(
        CouncilWrite write,
        Matter matter,
        ConcernCourse course,
        ConcernDoor door,
        string ending,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(door);
        // In other hands at the same step it is owed by the same day: it is not later because it was moved about.
        var from = course
            .Steps.Where(step => step.Stage == door.Stage)
            .Select(step => LondonTime.DateOf(step.Since))
            .Append(write.Today)
            .Min();
        await TakeAwayAsync(write, matter, course, ending, cancellationToken);
        var place = door.SaysWhoHears ? MatterParties.NamesOwner : MatterParties.Hears;
        foreach (var hearer in door.Hearers)
        {
            var party = await parties.PlaceAsync(write, matter, place, hearer.PersonId, hearer.OfficeId, cancellationToken, inPerson: true);
            audience.Give(
                write,
                matter,
                party.Token,
                door.SaysWhoHears ? [Parts.Matter, Parts.Raiser] : Parts.OfHearing,
                door.SaysWhoHears ? "Has to say who hears it." : "Hears it.",
                hearer.Source
            );
            await OweAsync(write, matter, course, door, hearer, party.Token, from, cancellationToken);
            await notices.TellAsync(
                write,
                hearer.PersonId,
                matter,
                door.SaysWhoHears ? "You are asked who hears a concern." : "A concern has come to you.",
                cancellationToken
            );
        }

        write.Record(
            "concern-step",
            matter,
            Parts.Notes,
            new JsonObject
            {
                ["stage"] = door.Stage,
                ["norm"] = door.Norm,
                ["with"] = new JsonArray([
                    .. door.Hearers.Select(hearer => (JsonNode)hearer.PersonId.ToString("D", CultureInfo.InvariantCulture)),
                ]),
                ["before"] = ending,
            }
        );
        var steps = course.Steps.ToList();
        if (steps is [.., var last] && last.EndedAt is null)
        {
            steps[^1] = last with { EndedAt = write.At, Ending = ending };
        }

        steps.Add(new ConcernStep(door.Stage, door.Norm, door.Hearers, write.At) { SaysWhoHears = door.SaysWhoHears });
        return course with { Steps = steps };
    }

    private async Task TakeAwayAsync(
        CouncilWrite write,
        Matter matter,
        ConcernCourse course,
        string ending,
        CancellationToken cancellationToken
    )
    {
        if (course.Steps.Count == 0)
        {
            return;
        }

        await parties.EndAsync(write, matter, MatterParties.Hears, cancellationToken);
        await parties.EndAsync(write, matter, MatterParties.NamesOwner, cancellationToken);
        foreach (var hearer in course.Step.Hearers)
        {
            await audience.EndAsync(write, matter, tokens.Seat(hearer.PersonId, hearer.OfficeId), ending, cancellationToken);
        }

        await duties.EndAsync(write, matter, Owed, DutyState.Lifted, Audience.SafeguardSource, ending, cancellationToken);
    }

    private async Task OweAsync(
        CouncilWrite write,
        Matter matter,
        ConcernCourse course,
        ConcernDoor door,
        Hearer hearer,
        string debtor,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        // When it is only being raised the context knows the place, and the database not yet.
        var creditor =
            db.MatterParties.Local.FirstOrDefault(party => party.MatterId == matter.Id && party.Place == MatterParties.RaisedBy)?.Token
            ?? await db
                .MatterParties.Where(party => party.MatterId == matter.Id && party.Place == MatterParties.RaisedBy)
                .Select(party => party.Token)
                .FirstAsync(cancellationToken);
        var takeUp = await clocks.TakeUpAsync(write.Today, cancellationToken);
        if (door.SaysWhoHears)
        {
            duties.Owe(write, matter, ConcernClocks.NameHearerDuty, debtor, creditor, takeUp, from, "It came to this step.");
            return;
        }

        duties.Owe(write, matter, ConcernClocks.TakeUpDuty, debtor, creditor, takeUp, from, "It came to this step.");
        var outcome = await clocks.OutcomeAsync(course.CaseOn(write.Today), hearer, cancellationToken);
        duties.Owe(write, matter, ConcernClocks.OutcomeDuty, debtor, creditor, outcome, from, "It came to this step.");
    }
}
