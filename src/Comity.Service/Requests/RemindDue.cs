using System.Text.Json.Nodes;
using Comity.Service.Arrangements;
using Comity.Service.Concerns;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>
/// Warns whoever acts in the office that owes a reply before it is overdue, and takes an overdue one up: the first step at once, each further one
/// only after as many days as the council has settled.
/// </summary>
public sealed class RemindDue(
    ComityDb db,
    CouncilWrites writes,
    EnquiryRules rules,
    DutyClocks clocks,
    ReplyLadder ladder,
    ArrangementsInForce arrangements,
    MatterParties parties,
    EnquiryNotices notices,
    Notices outgoing,
    TakeReplyFurther further,
    TimeProvider clock
)
{
    /// <summary>Working days before the due date, where the council has stated no other figure. Comity's own habit, and shown as such.</summary>
    public const int UsualWarning = 2;

    /// <returns>How many notices were written.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var calendar = await clocks.WorkingDaysAsync(today, cancellationToken);
        var before = await arrangements.FindAsync(ArrangementKeys.ReminderBefore, today, cancellationToken);
        var warnFrom = calendar.AddWorkingDays(today, before?.Days() ?? UsualWarning);
        var between = await arrangements.FindAsync(ArrangementKeys.NextStep, today, cancellationToken);

        // What has gone as far as it goes by itself is not read again each time.
        var furthest = between is null ? TakeReplyFurther.Warned : int.MaxValue;
        var soon = await db
            .Duties.AsNoTracking()
            .Where(duty => duty.State == DutyState.Owed && duty.EscalationStep <= furthest && duty.DueOn != null && duty.DueOn <= warnFrom)
            // What is owed in a concern goes up no ladder of replies (RemindConcerns).
            .Where(duty => duty.Matter!.Kind != Concern.MatterKind)
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
            if (duty.DueOn >= today)
            {
                told += duty.EscalationStep < TakeReplyFurther.Warned ? await WarnAsync(duty.Id, cancellationToken) : 0;
            }
            else if (duty.EscalationStep <= TakeReplyFurther.Warned || between is not null)
            {
                told += await StepUpAsync(duty.Id, cancellationToken);
            }
        }

        return told;
    }

    private async Task<int> WarnAsync(Guid dutyId, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        var duty = await db.Duties.SingleAsync(row => row.Id == dutyId, cancellationToken);
        var matter = await db.Matters.SingleAsync(row => row.Id == duty.MatterId, cancellationToken);
        if (
            duty.State != DutyState.Owed
            || duty.EscalationStep >= TakeReplyFurther.Warned
            || !await IsOwnedAsync(matter, cancellationToken)
        )
        {
            return 0;
        }

        duty.EscalationStep = TakeReplyFurther.Warned;
        var due = duty.DueOn!.Value;
        var told = duty.Kind switch
        {
            AskReview.Duty => await TellReviewersAsync(write, matter, $"A second look is due by {due.InWords()}.", cancellationToken),
            MembersAnswer.Duty => await TellMemberAsync(
                write,
                matter,
                $"Your answer to the officer who asked you something is due by {due.InWords()}.",
                cancellationToken
            ),
            _ => await notices.TellOwnerAsync(write, matter, $"A reply is due by {due.InWords()}.", cancellationToken),
        };
        write.Record(
            "reply-warning",
            matter,
            Parts.Matter,
            new JsonObject
            {
                ["duty"] = duty.Kind,
                ["due"] = Duties.Iso(due),
                // What a protocol says of warning is about an officer's reply.
                ["source"] =
                    duty.Kind == MembersAnswer.Duty
                        ? Audience.SafeguardSource
                        : await rules.WarningSourceAsync(matter, due, write.Today, cancellationToken),
            }
        );
        await write.CommitAsync(cancellationToken);
        return told;
    }

    private async Task<int> StepUpAsync(Guid dutyId, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        var duty = await db.Duties.SingleAsync(row => row.Id == dutyId, cancellationToken);
        var matter = await db.Matters.SingleAsync(row => row.Id == duty.MatterId, cancellationToken);
        if (duty.State != DutyState.Owed || !await IsOwnedAsync(matter, cancellationToken))
        {
            return 0;
        }

        if (duty.Kind == AskReview.Duty)
        {
            return await StepUpReviewAsync(write, matter, duty, cancellationToken);
        }

        if (duty.Kind == MembersAnswer.Duty)
        {
            return await SayThatMemberIsLateAsync(write, matter, duty, cancellationToken);
        }

        var standing = await ladder.StandingAsync(await parties.OfAsync(matter, cancellationToken), duty, write.Today, cancellationToken);
        if (standing.Next is not null)
        {
            if (standing.NextOn is not { } day || day > write.Today)
            {
                return 0;
            }

            var told = await further.StepUpAsync(write, matter, duty, byMember: false, cancellationToken);
            await write.CommitAsync(cancellationToken);
            return told;
        }

        if (duty.EscalationStep <= TakeReplyFurther.Warned)
        {
            // Nobody is above: said once, so that it is not tried every day.
            duty.EscalationStep = TakeReplyFurther.Warned + 1;
            write.Record("reply-overdue", matter, Parts.Matter, new JsonObject { ["duty"] = duty.Kind, ["told"] = 0 });
            await notices.TellMemberAsync(write, matter, "Your reply is overdue. Nobody further up could be told.", cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        return 0;
    }

    /// <summary>
    /// A second look that is overdue has no ladder of its own: whoever owes it and the member are told once, and the member is told where to turn.
    /// </summary>
    private async Task<int> StepUpReviewAsync(CouncilWrite write, Matter matter, Duty duty, CancellationToken cancellationToken)
    {
        if (duty.EscalationStep > TakeReplyFurther.Warned)
        {
            return 0;
        }

        duty.EscalationStep = TakeReplyFurther.Warned + 1;
        var told = await TellReviewersAsync(write, matter, "A second look is overdue.", cancellationToken);
        write.Record("review-overdue", matter, Parts.Matter, new JsonObject { ["duty"] = duty.Kind, ["told"] = told });
        await notices.TellMemberAsync(write, matter, "A second look is overdue. You can ask the Monitoring Officer.", cancellationToken);
        await write.CommitAsync(cancellationToken);
        return told;
    }

    /// <summary>A member's answer that is overdue goes up no ladder: the two between whom it is owed are told once.</summary>
    private async Task<int> SayThatMemberIsLateAsync(CouncilWrite write, Matter matter, Duty duty, CancellationToken cancellationToken)
    {
        if (duty.EscalationStep > TakeReplyFurther.Warned)
        {
            return 0;
        }

        duty.EscalationStep = TakeReplyFurther.Warned + 1;
        var told = await TellMemberAsync(
            write,
            matter,
            "Your answer to the officer who asked you something is overdue.",
            cancellationToken
        );
        told += await notices.TellOwnerAsync(write, matter, "The member has not answered in time what you asked.", cancellationToken);
        write.Record("member-reply-overdue", matter, Parts.Matter, new JsonObject { ["duty"] = duty.Kind, ["told"] = told });
        await write.CommitAsync(cancellationToken);
        return told;
    }

    private async Task<int> TellMemberAsync(CouncilWrite write, Matter matter, string happened, CancellationToken cancellationToken)
    {
        await notices.TellMemberAsync(write, matter, happened, cancellationToken);
        return 1;
    }

    private async Task<int> TellReviewersAsync(CouncilWrite write, Matter matter, string happened, CancellationToken cancellationToken)
    {
        var reviewing = await parties.InAsync(matter, ItemQuestions.Reviewing, cancellationToken);
        var people = reviewing is null ? [] : await notices.ActingAsync(reviewing, write.Today, cancellationToken);
        foreach (var person in people)
        {
            await outgoing.TellAsync(write, person, matter, happened, cancellationToken);
        }

        return people.Count;
    }

    private async Task<bool> IsOwnedAsync(Matter matter, CancellationToken cancellationToken) =>
        await parties.AnsweringAsync(matter, cancellationToken) is { OfficeId: not null };
}
