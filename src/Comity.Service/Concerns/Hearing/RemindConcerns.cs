using System.Text.Json.Nodes;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Hearing;

/// <summary>
/// Warns whoever owes something in a concern before its day, and says once to both sides that the day has passed. Nobody else is told: what comes next is for whoever
/// raised it to choose (<see cref="AskAnotherHearer"/>, <see cref="MoveConcernOn"/>).
/// </summary>
public sealed class RemindConcerns(
    ComityDb db,
    CouncilWrites writes,
    DutyClocks clocks,
    ArrangementsInForce arrangements,
    ConcernCourses courses,
    ViewerTokens tokens,
    Notices notices,
    TimeProvider clock
)
{
    private const int Warned = TakeReplyFurther.Warned;

    /// <returns>How many notices were written.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var calendar = await clocks.WorkingDaysAsync(today, cancellationToken);
        var before = await arrangements.FindAsync(ArrangementKeys.ReminderBefore, today, cancellationToken);
        var warnFrom = calendar.AddWorkingDays(today, before?.Days() ?? RemindDue.UsualWarning);
        var soon = await db
            .Duties.AsNoTracking()
            .Where(duty =>
                duty.State == DutyState.Owed
                && duty.EscalationStep <= Warned
                && duty.DueOn != null
                && duty.DueOn <= warnFrom
                && duty.Matter!.Kind == Concern.MatterKind
            )
            .OrderBy(duty => duty.DueOn)
            .ThenBy(duty => duty.Id)
            .Select(duty => new
            {
                duty.Id,
                IsLate = duty.DueOn < today,
                duty.EscalationStep,
            })
            .ToListAsync(cancellationToken);
        var told = 0;
        foreach (var duty in soon.Where(duty => duty.IsLate || duty.EscalationStep < Warned))
        {
            told += await TellAsync(duty.Id, cancellationToken);
        }

        return told;
    }

    private async Task<int> TellAsync(Guid dutyId, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        var duty = await db.Duties.SingleAsync(row => row.Id == dutyId, cancellationToken);
        var isLate = duty.DueOn < write.Today;
        if (duty.State != DutyState.Owed || duty.EscalationStep > (isLate ? Warned : 0))
        {
            return 0;
        }

        var matter = await db.Matters.SingleAsync(row => row.Id == duty.MatterId, cancellationToken);
        var course = await courses.ReadAsync(matter.Id, cancellationToken);
        duty.EscalationStep = isLate ? Warned + 1 : Warned;
        write.Record(
            isLate ? "concern-overdue" : "concern-warning",
            matter,
            Parts.Notes,
            new JsonObject { ["duty"] = duty.Kind, ["due"] = Duties.Iso(duty.DueOn!.Value) }
        );
        var told = 0;
        foreach (var (person, words) in isLate ? Late(duty, course) : Soon(duty, course))
        {
            await notices.TellAsync(write, person, matter, words, cancellationToken);
            told++;
        }

        await write.CommitAsync(cancellationToken);
        return told;
    }

    private IEnumerable<(Guid Person, string Words)> Soon(Duty duty, ConcernCourse course)
    {
        var words = $"{InWords(duty.Kind)} is due by {duty.DueOn!.Value.InWords()}.";
        return Debtors(duty, course).Select(person => (person, words));
    }

    private IEnumerable<(Guid Person, string Words)> Late(Duty duty, ConcernCourse course)
    {
        var debtors = Debtors(duty, course).Select(person => (person, $"{InWords(duty.Kind)} is overdue."));
        if (duty.Kind == TellSubject.AnswerDuty)
        {
            return debtors.Concat(course.Step.Hearers.Select(hearer => (hearer.PersonId, "An answer to a concern is overdue.")));
        }

        return course.RaisedBy is { } raiser
            ? debtors.Append((raiser, $"{InWords(duty.Kind)} is overdue. You can take your concern further."))
            : debtors;
    }

    private IEnumerable<Guid> Debtors(Duty duty, ConcernCourse course) =>
        duty.Kind == TellSubject.AnswerDuty
            ? [course.About]
            : course
                .Step.Hearers.Where(hearer => tokens.Seat(hearer.PersonId, hearer.OfficeId) == duty.DebtorToken)
                .Select(hearer => hearer.PersonId);

    private static string InWords(string duty) =>
        duty switch
        {
            ConcernClocks.TakeUpDuty => "Taking a concern up",
            ConcernClocks.NameHearerDuty => "Saying who hears a concern",
            TellSubject.AnswerDuty => "Your answer",
            _ => "An outcome of a concern",
        };
}
