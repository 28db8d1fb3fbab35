using System.Globalization;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;

namespace Comity.Service.Appointments;

/// <param name="ServiceAreaId">Null in a council without services, whose clerk has it.</param>
/// <param name="Reason">Why the member goes on although the protocol says "should not".</param>
/// <param name="MemberId">The member whose wish somebody else writes down; null for one's own.</param>
public sealed record AskToMeetRequest(
    WishToMeet Wish,
    Guid? ServiceAreaId,
    string Subject,
    string Words,
    Capacity Capacity,
    string? Reason,
    Guid? MemberId = null
);

/// <summary>
/// A member's wish to meet or to visit becomes a matter like any other: with an owner, a date for the answer, and a copy to whoever has to hear of it
/// beforehand.
/// </summary>
public sealed class AskToMeet(AskOfficer ask, MeetingRules rules, CouncilOnDate council, TimeProvider clock)
{
    public async Task<AskOfficerResult> ExecuteAsync(AskToMeetRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        var (wish, today) = (request.Wish, clock.Today());
        var register = await council.RegisterAsync(today, cancellationToken);
        var facts = MeetingRules.FactsOf(wish, isArranged: true, today);

        // It says that the chief officer is told only where there is one to be told.
        if (!await rules.HasChiefOfficerAsync(register, request.ServiceAreaId, today, cancellationToken))
        {
            facts["chief-officer-told"] = "no";
        }

        return await ask.ExecuteAsync(
            new AskOfficerRequest
            {
                Kind = wish.Kind == MeetingKind.Talk ? EnquiryKind.Appointment : EnquiryKind.Visit,
                Subject = request.Subject.Trim(),
                Question = WordsOf(request),
                ServiceAreaId = request.ServiceAreaId,
                Capacity = request.Capacity,
                MemberId = request.MemberId ?? viewer.PersonId,
                Facts = facts,
                ReasonToGoOn = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim(),
            },
            viewer,
            cancellationToken
        );
    }

    private static string WordsOf(AskToMeetRequest request)
    {
        var wish = request.Wish;
        var lines = new List<string> { request.Words.Trim() };
        if (wish.Minutes is { } minutes)
        {
            lines.Add($"How long: {minutes.ToString(CultureInfo.InvariantCulture)} minutes.");
        }

        if (wish.Kind == MeetingKind.Inspection)
        {
            lines.Add("An inspection that the law provides for.");
        }

        if (wish.On is { } day)
        {
            lines.Add($"A day that would suit: {day.InWords()}.");
        }

        if (wish.Urgent)
        {
            lines.Add(wish.Unforeseen ? "Urgent, and nobody could have seen it coming." : "Urgent.");
        }

        return string.Join('\n', lines);
    }
}
