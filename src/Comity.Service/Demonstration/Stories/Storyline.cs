using Comity.Protocols.Calendars;
using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Service.Demonstration.Stories;

/// <summary>
/// The small stories beside the year's enquiries, one for each further thing that the service does: laid out backwards from today like the enquiries, and played
/// among them.
/// </summary>
internal sealed class Storyline(SeededNumbers numbers, Cast cast, WorkingDayCalendar calendar, DateOnly today)
{
    public const string Lighting = "Street Lighting";

    /// <summary>Members without an office beside their seat, who have sat all year; each story takes its people from here.</summary>
    private readonly IReadOnlyList<CastMember> _members = numbers.Shuffled(
        cast.Members.Where(member => !member.HoldsSeniorOffice && member.Until is null && member.From < today.AddYears(-1))
    );

    public Cast Cast => cast;
    public DateOnly Today => today;

    public IReadOnlyList<Step> Make() =>
        [
            .. AdviceStory.Of(this),
            .. MeetingStory.Of(this),
            .. NewsStory.Of(this),
            .. InformationStory.Of(this),
            .. AskedAndDeclinedStory.Of(this),
            .. LinkedStory.Of(this),
            .. DeskStory.Of(this),
            .. MailStory.Of(this),
            .. ConcernStory.Of(this),
        ];

    public CastMember Member(int nth) => _members[nth % _members.Count];

    public DateOnly In(int workingDays) => calendar.AddWorkingDays(today, workingDays);

    /// <param name="daysAgo">In working days, from 1: what happens today would lie ahead of somebody who starts the demonstration at night.</param>
    public Step Step(int daysAgo, Func<Scene, CancellationToken, Task> act) =>
        new(
            DemonstrationClock.InLondon(
                calendar.SubtractWorkingDays(today, daysAgo),
                new TimeOnly(numbers.Between(9, 16), numbers.Below(60), numbers.Below(60))
            ),
            StepKind.Story,
            null
        )
        {
            Act = act,
        };

    /// <summary>Something asked of the service that lights the streets; a council without services has it asked of its clerk.</summary>
    public AskOfficerRequest Asks(EnquiryKind kind, CastMember member, string subject, string question) =>
        new()
        {
            Kind = kind,
            Subject = subject,
            Question = question,
            ServiceAreaId = kind.OfService && cast.Services.TryGetValue(Lighting, out var service) ? service.Id : null,
            WardId = kind.OfService ? member.Ward.Id : null,
            Capacity = kind.OfService && kind != EnquiryKind.Information ? Capacity.WardRepresentative : Capacity.Council,
            MemberId = member.Person.Id,
            Facts = cast.Council.Answers.TryGetValue(kind, out var answers) ? answers : new Dictionary<string, string>(),
        };
}
