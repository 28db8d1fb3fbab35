using Comity.Protocols.Calendars;
using Comity.Service.Requests;

namespace Comity.Service.Demonstration;

/// <summary>
/// Lays out a year of enquiries and everything that happens in them, backwards from today: so many overdue since yesterday, so many due tomorrow, and the
/// rest of the year behind them. It plans; what the rules say comes from the service when the plan is played.
/// </summary>
internal sealed class EnquiryPlans(SeededNumbers numbers, FictionalNames names, Cast cast, WorkingDayCalendar calendar, DateOnly today)
{
    // How long things take where nothing gives a number of days.
    private const int UsualDays = 10;

    private readonly DemonstrationCouncil _council = cast.Council;
    private readonly Dictionary<Course, int> _topicsUsed = [];
    private int _planned;

    /// <summary>The first working day on which anything is asked.</summary>
    public DateOnly FirstDay => calendar.AddWorkingDays(today.AddYears(-1), 1);

    public IReadOnlyList<Step> Make()
    {
        var topics = numbers.Shuffled(_council.Topics);
        var steps = new List<Step>();
        foreach (var (course, count) in _council.Enquiries)
        {
            for (var i = 0; i < count; i++)
            {
                AddSteps(steps, Plan(course, i, topics));
            }
        }

        if (steps.Count == 0)
        {
            return steps;
        }

        for (var day = FirstDay; day < today; day = day.AddDays(1))
        {
            steps.Add(new Step(DemonstrationClock.InLondon(day, new TimeOnly(6, 30)), StepKind.Nightly, null));
        }

        // The first minute of today: early enough to lie behind whoever starts the demonstration, whatever the hour.
        steps.Add(new Step(DemonstrationClock.InLondon(today, TimeOnly.MinValue), StepKind.Nightly, null));
        return [.. steps.OrderBy(step => step.At).ThenBy(step => step.Kind)];
    }

    private PlannedEnquiry Plan(Course course, int index, IReadOnlyList<Topic> topics)
    {
        var topic = TopicOf(course, topics);
        var days = _council.DaysFor(topic.Kind) ?? UsualDays;
        var received = ReceivedOn(course, days);
        var member = MemberOn(received);
        var isSealed = course is Course.SealedOpen or Course.SealedThenAnswered;
        var logged = course is Course.LoggedOpen or Course.LoggedThenAnswered;
        var streets = numbers.Shuffled(_council.Streets);
        _planned++;
        return new PlannedEnquiry
        {
            Course = course,
            Topic = topic,
            Member = member,
            Street = streets[0],
            OtherStreet = streets[1],
            Number = numbers.Between(3, 9),
            ReceivedOn = received,
            Days = days,
            DueOn = calendar.AddWorkingDays(received, days),
            Resident =
                course != Course.LeftUnanswered && (topic.Kind == EnquiryKind.ConstituentComplaint || numbers.Chance(12))
                    ? names.Next()
                    : null,
            WithFile = !isSealed && course != Course.LeftUnanswered && numbers.Chance(16),
            ReplyWithFile = topic.Kind == EnquiryKind.Information || (!isSealed && numbers.Chance(9)),
            General = topic.Kind == EnquiryKind.Enquiry && topic.Subject.Contains("{ward}", StringComparison.Ordinal) && numbers.Chance(30),
            Rating = course switch
            {
                Course.AnsweredAndRated => 1 + (index % 5),
                Course.AnsweredLate when numbers.Chance(50) => numbers.Between(1, 3),
                Course.AnsweredAndClosed when numbers.Chance(40) => numbers.Between(3, 5),
                Course.FollowedUpThenAnswered when numbers.Chance(60) => numbers.Between(2, 4),
                _ => null,
            },
            LoggedBy = logged ? cast.Posts[numbers.Pick(_council.Loggers)].Person : null,
        };
    }

    private Topic TopicOf(Course course, IReadOnlyList<Topic> topics)
    {
        if (course is Course.SealedOpen or Course.SealedThenAnswered)
        {
            return Nth(_council.SealedTopics, course);
        }

        return course == Course.LeftUnanswered ? Nth(_council.AbusiveTopics, course) : topics[_planned % topics.Count];
    }

    private Topic Nth(IReadOnlyList<Topic> topics, Course course)
    {
        var used = _topicsUsed.GetValueOrDefault(course);
        _topicsUsed[course] = used + 1;
        return topics[used % topics.Count];
    }

    private CastMember MemberOn(DateOnly day)
    {
        while (true)
        {
            var member = numbers.Pick(cast.Members);
            if (member.SitsOn(day) && (member.Until is null || WouldBeOver(day, member.Until.Value)))
            {
                return member;
            }
        }
    }

    // What somebody asked who has left since must have ended before: nobody is left to whom an answer could be owed.
    private static bool WouldBeOver(DateOnly received, DateOnly until) => received.AddDays(70) < until;

    private DateOnly ReceivedOn(Course course, int days) =>
        course switch
        {
            Course.Fresh => Back(numbers.Between(1, 5)),
            Course.DueTomorrow => calendar.SubtractWorkingDays(calendar.AddWorkingDays(today, 1), days),
            Course.DueSoon => calendar.SubtractWorkingDays(calendar.AddWorkingDays(today, 2), days),
            Course.DueToday => calendar.SubtractWorkingDays(calendar.AddWorkingDays(today, 0), days),
            Course.OverdueYesterday => calendar.SubtractWorkingDays(Back(1), days),
            Course.OverdueLong => calendar.SubtractWorkingDays(Back(numbers.Between(2, 9)), days),
            Course.OpenWithProgress or Course.OpenWithNote or Course.ReassignedOpen => Back(numbers.Between(4, Math.Min(7, days - 1))),
            Course.OpenWithDelay => Back(numbers.Between(days - 4, days - 2)),
            Course.Acknowledged => Back(numbers.Between(11, 24)),
            Course.FollowedUpOpen => Back(numbers.Between(13, 17)),
            Course.LoggedOpen or Course.SealedOpen => Back(numbers.Between(2, 6)),
            _ => SomeTimeInTheYear(course, days),
        };

    private DateOnly SomeTimeInTheYear(Course course, int days)
    {
        // A third of what was simply answered is recent, so that some may still be followed up.
        var latest = Back(course == Course.AnsweredInTime ? days + 2 : 42);
        var day = calendar.AddWorkingDays(FirstDay, numbers.Below(calendar.WorkingDaysAfter(FirstDay, latest)));
        return course == Course.AnsweredInTime && numbers.Chance(35) ? Back(numbers.Between(days + 2, days + 10)) : day;
    }

    private DateOnly Back(int workingDays) => calendar.SubtractWorkingDays(today, workingDays);

    private void AddSteps(List<Step> steps, PlannedEnquiry enquiry)
    {
        var asked = new TimeOnly(numbers.Between(8, 12), numbers.Below(60), numbers.Below(60));
        void At(DateOnly day, StepKind kind) =>
            steps.Add(
                new Step(
                    DemonstrationClock.InLondon(day, new TimeOnly(numbers.Between(13, 17), numbers.Below(60), numbers.Below(60))),
                    kind,
                    enquiry
                )
            );
        DateOnly After(int workingDays) => calendar.AddWorkingDays(enquiry.ReceivedOn, workingDays);

        steps.Add(new Step(DemonstrationClock.InLondon(enquiry.ReceivedOn, asked), StepKind.Ask, enquiry));
        switch (enquiry.Course)
        {
            case Course.OverdueLong when numbers.Chance(60):
                At(After(enquiry.Days - 2), StepKind.Delay);
                break;
            case Course.OpenWithProgress:
                At(After(2), StepKind.Progress);
                break;
            case Course.OpenWithDelay:
                At(After(Math.Min(4, enquiry.Days - 5)), StepKind.Delay);
                break;
            case Course.OpenWithNote:
                At(After(2), StepKind.Note);
                break;
            case Course.Acknowledged:
                At(After(numbers.Between(4, 9)), StepKind.Acknowledge);
                break;
            case Course.ReassignedOpen:
                At(After(2), StepKind.Reassign);
                break;
            case Course.FollowedUpOpen:
                At(After(numbers.Between(4, 6)), StepKind.Reply);
                At(After(numbers.Between(8, 11)), StepKind.FollowUp);
                break;
            default:
                AddAnswer(enquiry, At, After);
                break;
        }
    }

    private void AddAnswer(PlannedEnquiry enquiry, Action<DateOnly, StepKind> at, Func<int, DateOnly> after)
    {
        var answeredAfter = numbers.Between(2, enquiry.Days - 1);
        switch (enquiry.Course)
        {
            case Course.AnsweredInTime or Course.LoggedThenAnswered or Course.SealedThenAnswered:
                at(after(answeredAfter), StepKind.Reply);
                break;
            case Course.AnsweredAndRated:
                if (numbers.Chance(25))
                {
                    at(after(1), StepKind.Note);
                }

                at(after(answeredAfter), StepKind.Reply);
                at(after(answeredAfter + numbers.Between(1, 6)), StepKind.Rate);
                break;
            case Course.AnsweredAndClosed:
                at(after(answeredAfter), StepKind.Reply);
                AddRating(enquiry, at, after(answeredAfter + 2));
                at(after(answeredAfter + numbers.Between(3, 12)), StepKind.Close);
                break;
            case Course.AnsweredLate:
                answeredAfter = enquiry.Days + numbers.Between(1, 9);
                if (numbers.Chance(40))
                {
                    at(after(enquiry.Days - 1), StepKind.Delay);
                }

                at(after(answeredAfter), StepKind.Reply);
                AddRating(enquiry, at, after(answeredAfter + 2));
                break;
            case Course.AcknowledgedThenAnswered:
                at(after(answeredAfter), StepKind.Acknowledge);
                if (numbers.Chance(40))
                {
                    at(after(answeredAfter + 3), StepKind.Progress);
                }

                at(after(answeredAfter + numbers.Between(4, 12)), StepKind.Reply);
                break;
            case Course.FollowedUpThenAnswered:
                at(after(answeredAfter), StepKind.Reply);
                at(after(answeredAfter + 4), StepKind.FollowUp);
                at(after(answeredAfter + numbers.Between(6, 12)), StepKind.ReplyAgain);
                AddRating(enquiry, at, after(answeredAfter + 15));
                break;
            case Course.LeftUnanswered:
                at(after(1), StepKind.LeaveUnanswered);
                break;
            case Course.ReassignedThenAnswered:
                at(after(1), StepKind.Reassign);
                at(after(answeredAfter), StepKind.Reply);
                break;
            default:
                // Nothing more has happened yet.
                break;
        }
    }

    private static void AddRating(PlannedEnquiry enquiry, Action<DateOnly, StepKind> at, DateOnly day)
    {
        if (enquiry.Rating is not null)
        {
            at(day, StepKind.Rate);
        }
    }
}
