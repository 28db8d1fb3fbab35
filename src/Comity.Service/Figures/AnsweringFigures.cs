using Comity.Protocols.Calendars;
using Comity.Service.Arrangements;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Figures;

/// <summary>
/// How the council answers its members, in figures. Whether an answer was in time follows from the duty and its derived date, never from what somebody
/// typed. What is counted is grouped by the database; of single matters only days come out of it, no reference and no name.
/// </summary>
/// <remarks>
/// A sealed matter's row says neither service nor ward. The sealed ones are counted for the whole council alone, for a whole council year that has ended,
/// and only when there are enough of them: two such years have no day in common, so none can be taken from another.
/// </remarks>
public sealed class AnsweringFigures(ComityDb db, Library library, DutyClocks clocks, TimeProvider clock)
{
    /// <summary>Fewer than this could be recognised.</summary>
    public const int Fewest = 5;

    public async Task<FiguresRead> ReadAsync(FiguresAsked asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var today = clock.Today();
        var figures = new FiguresRead(asked);
        var calendar = await CalendarAsync(today, cancellationToken);
        await AddDueAsync(figures, today, cancellationToken);
        await AddAnsweredAsync(figures, calendar, cancellationToken);
        await AddOpenAsync(figures, calendar, today, cancellationToken);
        if (asked.IsOfWholeCouncil && CouncilYear.IsOne(asked.From, asked.Until) && asked.Until < today)
        {
            figures.Sealed = await SealedAsync(asked, today, cancellationToken);
        }

        return figures;
    }

    private async Task AddDueAsync(FiguresRead figures, DateOnly today, CancellationToken cancellationToken)
    {
        var groups =
            from duty in DueIn(figures.Asked, today)
            join matter in Counted(figures.Asked, ContentClass.Indexed) on duty.MatterId equals matter.Id
            group duty by new
            {
                matter.ServiceAreaId,
                matter.WardId,
                matter.Kind,
                duty.DueOn,
            } into same
            select new
            {
                same.Key,
                Due = same.Count(),
                InTime = same.Sum(duty => duty.State == DutyState.Met && duty.EndedOn <= duty.DueOn ? 1 : 0),
            };
        await foreach (var group in groups.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var tally in figures.Of(group.Key.ServiceAreaId, group.Key.WardId, group.Key.Kind, group.Key.DueOn!.Value))
            {
                tally.AddDue(group.Due, group.InTime);
            }
        }
    }

    private async Task AddAnsweredAsync(FiguresRead figures, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        // A day more on either side, because London's days are not UTC's; what is outside is left out below.
        var (from, until) = (figures.Asked.From, figures.Asked.Until);
        var after = from.AddDays(-1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var before = until.AddDays(2).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var answered = Counted(figures.Asked, ContentClass.Indexed)
            .Where(matter => matter.AnsweredAt >= after && matter.AnsweredAt < before)
            .Select(matter => new
            {
                matter.ServiceAreaId,
                matter.WardId,
                matter.Kind,
                matter.ReceivedOn,
                matter.AnsweredAt,
                matter.Satisfaction,
                FollowedUp = db.Messages.Any(message => message.MatterId == matter.Id && message.Kind == "follow-up"),
            });
        await foreach (var one in answered.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var on = LondonTime.DateOf(one.AnsweredAt!.Value);
            if (on < from || on > until || on < one.ReceivedOn || !calendar.Covers(one.ReceivedOn) || !calendar.Covers(on))
            {
                continue;
            }

            var days = calendar.WorkingDaysAfter(one.ReceivedOn, on);
            foreach (var tally in figures.Of(one.ServiceAreaId, one.WardId, one.Kind, on))
            {
                tally.AddAnswered(days, one.FollowedUp, one.Satisfaction);
            }
        }
    }

    private async Task AddOpenAsync(FiguresRead figures, WorkingDayCalendar calendar, DateOnly today, CancellationToken cancellationToken)
    {
        var open = Counted(figures.Asked, ContentClass.Indexed)
            .Where(matter => matter.State == MatterState.Open || matter.State == MatterState.Acknowledged)
            .Select(matter => new
            {
                matter.ReceivedOn,
                IsOverdue = db.Duties.Any(duty =>
                    duty.MatterId == matter.Id && duty.State == DutyState.Owed && duty.DueOn < today && duty.Kind != MembersAnswer.Duty
                ),
            })
            .GroupBy(matter => matter)
            .Select(same => new { same.Key, Count = same.Count() });
        await foreach (var group in open.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var since = group.Key.ReceivedOn;
            var days = since >= today || !calendar.Covers(since) ? 0 : calendar.WorkingDaysAfter(since, today);
            figures.Ageing.Add(days, group.Count, group.Key.IsOverdue ? group.Count : 0);
        }
    }

    private async Task<Tally?> SealedAsync(FiguresAsked asked, DateOnly today, CancellationToken cancellationToken)
    {
        var duties = await (
            from duty in DueIn(asked, today)
            join matter in Counted(asked, ContentClass.Sealed) on duty.MatterId equals matter.Id
            group duty by 1 into all
            select new { Due = all.Count(), InTime = all.Sum(duty => duty.State == DutyState.Met && duty.EndedOn <= duty.DueOn ? 1 : 0) }
        ).FirstOrDefaultAsync(cancellationToken);
        if (duties is null || duties.Due < Fewest)
        {
            return null;
        }

        var tally = new Tally();
        tally.AddDue(duties.Due, duties.InTime);
        return tally;
    }

    /// <summary>Answers whose last day was in the period and has come: met by then, met later, or still owed after it. What was lifted was not to be answered.</summary>
    private IQueryable<Duty> DueIn(FiguresAsked asked, DateOnly today)
    {
        var (from, until) = (asked.From, asked.Until);
        return db
            .Duties.AsNoTracking()
            .Where(duty => duty.DueOn >= from && duty.DueOn <= until && EnquiryRules.Replies.Contains(duty.Kind))
            .Where(duty => duty.State == DutyState.Met || (duty.State == DutyState.Owed && duty.DueOn < today));
    }

    private IQueryable<Matter> Counted(FiguresAsked asked, ContentClass kept)
    {
        string[] kinds = [.. EnquiryKind.All.Select(kind => kind.Key)];
        var matters = db.Matters.AsNoTracking().Where(matter => matter.Class == kept && kinds.Contains(matter.Kind));
        return asked.Services is { } services
            ? matters.Where(matter => matter.ServiceAreaId != null && services.Contains(matter.ServiceAreaId.Value))
            : matters;
    }

    private async Task<WorkingDayCalendar> CalendarAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var days = await clocks.WorkingDaysAsync(today, cancellationToken);
        var counted = await clocks.CountSilentAsync(
            await library.OnAsync(today, cancellationToken),
            ArrangementKeys.ReplyTime,
            today,
            cancellationToken
        );
        return days is CouncilCalendar council && counted.Closures is { } closures ? council.WithClosures(closures) : days;
    }
}
