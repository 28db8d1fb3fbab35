using Comity.Protocols.Calendars;
using Comity.Service.Requests;

namespace Comity.Service.Demonstration;

/// <summary>
/// Lays out 300 enquiries and everything that happens in them, backwards from today: so many overdue since yesterday, so many due tomorrow, and the
/// rest of the year behind them. It plans; what the rules say comes from the service when the plan is played.
/// </summary>
internal sealed class EnquiryPlans(SeededNumbers numbers, FictionalNames names, Cast cast, WorkingDayCalendar calendar, DateOnly today)
{
    private const int ReplyDays = 10;

    /// <summary>How many of each. Together 300.</summary>
    public static IReadOnlyList<(Course Course, int Count)> Counts { get; } =
    [
        (Course.Fresh, 16),
        (Course.DueTomorrow, 4),
        (Course.DueSoon, 6),
        (Course.DueToday, 2),
        (Course.OverdueYesterday, 3),
        (Course.OverdueLong, 8),
        (Course.OpenWithProgress, 8),
        (Course.OpenWithDelay, 5),
        (Course.OpenWithNote, 5),
        (Course.Acknowledged, 12),
        (Course.ReassignedOpen, 5),
        (Course.FollowedUpOpen, 5),
        (Course.LoggedOpen, 4),
        (Course.SealedOpen, 4),
        (Course.AnsweredInTime, 40),
        (Course.AnsweredAndRated, 60),
        (Course.AnsweredAndClosed, 35),
        (Course.AnsweredLate, 22),
        (Course.AcknowledgedThenAnswered, 20),
        (Course.FollowedUpThenAnswered, 14),
        (Course.LeftUnanswered, 4),
        (Course.ReassignedThenAnswered, 9),
        (Course.LoggedThenAnswered, 5),
        (Course.SealedThenAnswered, 4),
    ];

    private readonly Dictionary<Course, int> _topicsUsed = [];
    private int _planned;

    /// <summary>The first working day on which anything is asked.</summary>
    public DateOnly FirstDay => calendar.AddWorkingDays(today.AddYears(-1), 1);

    public IReadOnlyList<Step> Make()
    {
        var topics = numbers.Shuffled<Topic>([.. StreetTopics.All, .. HomesTopics.All, .. PeopleTopics.All]);
        var steps = new List<Step>();
        foreach (var (course, count) in Counts)
        {
            for (var i = 0; i < count; i++)
            {
                AddSteps(steps, Plan(course, i, topics));
            }
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
        var received = ReceivedOn(course);
        var member = MemberOn(received);
        var topic = TopicOf(course, topics);
        var isSealed = course is Course.SealedOpen or Course.SealedThenAnswered;
        var logged = course is Course.LoggedOpen or Course.LoggedThenAnswered;
        var streets = numbers.Shuffled(FictionalPlaces.Streets);
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
            DueOn = calendar.AddWorkingDays(received, ReplyDays),
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
            LoggedBy = logged ? numbers.Pick(cast.Clerks) : null,
        };
    }

    private Topic TopicOf(Course course, IReadOnlyList<Topic> topics)
    {
        if (course is Course.SealedOpen or Course.SealedThenAnswered)
        {
            return Nth(SealedTopics.All, course);
        }

        return course == Course.LeftUnanswered ? Nth(AbusiveTopics.All, course) : topics[_planned % topics.Count];
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

    private DateOnly ReceivedOn(Course course) =>
        course switch
        {
            Course.Fresh => Back(numbers.Between(1, 5)),
            Course.DueTomorrow => calendar.SubtractWorkingDays(calendar.AddWorkingDays(today, 1), ReplyDays),
            Course.DueSoon => calendar.SubtractWorkingDays(calendar.AddWorkingDays(today, 2), ReplyDays),
            Course.DueToday => calendar.SubtractWorkingDays(calendar.AddWorkingDays(today, 0), ReplyDays),
            Course.OverdueYesterday => calendar.SubtractWorkingDays(Back(1), ReplyDays),
            Course.OverdueLong => calendar.SubtractWorkingDays(Back(numbers.Between(2, 9)), ReplyDays),
            Course.OpenWithProgress or Course.OpenWithNote or Course.ReassignedOpen => Back(numbers.Between(4, 7)),
            Course.OpenWithDelay => Back(numbers.Between(6, 8)),
            Course.Acknowledged => Back(numbers.Between(11, 24)),
            Course.FollowedUpOpen => Back(numbers.Between(13, 17)),
            Course.LoggedOpen or Course.SealedOpen => Back(numbers.Between(2, 6)),
            _ => SomeTimeInTheYear(course),
        };

    private DateOnly SomeTimeInTheYear(Course course)
    {
        // A third of what was simply answered is recent, so that some may still be followed up.
        var latest = Back(course == Course.AnsweredInTime ? 12 : 42);
        var day = calendar.AddWorkingDays(FirstDay, numbers.Below(calendar.WorkingDaysAfter(FirstDay, latest)));
        return course == Course.AnsweredInTime && numbers.Chance(35) ? Back(numbers.Between(12, 20)) : day;
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
                At(After(8), StepKind.Delay);
                break;
            case Course.OpenWithProgress:
                At(After(2), StepKind.Progress);
                break;
            case Course.OpenWithDelay:
                At(After(4), StepKind.Delay);
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
        var answeredAfter = numbers.Between(2, 9);
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
                answeredAfter = ReplyDays + numbers.Between(1, 9);
                if (numbers.Chance(40))
                {
                    at(after(9), StepKind.Delay);
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
