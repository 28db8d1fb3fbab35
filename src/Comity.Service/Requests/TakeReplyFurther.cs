using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

public sealed record TakeReplyFurtherRequest(MatterAt At);

/// <summary>
/// An overdue reply goes a step up: the officers of the step are told and may see what was asked, and the member is told that they were. Nobody is
/// named in public. The first step is taken as soon as it is overdue; from then on the member takes each step by hand, unless the council has settled
/// after how many days it goes by itself.
/// </summary>
public sealed class TakeReplyFurther(
    ComityDb db,
    Enquiries enquiries,
    ReplyLadder ladder,
    MatterParties parties,
    Audience audience,
    EnquiryNotices told,
    Notices notices
)
{
    /// <summary>The value of a duty's step that says that the officer was warned and nobody above has been told.</summary>
    public const int Warned = 1;

    public Task<ActResult> ExecuteAsync(TakeReplyFurtherRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var today = write.Today;
                var overdue = await db.Duties.FirstOrDefaultAsync(
                    duty =>
                        duty.MatterId == matter.Id && duty.State == DutyState.Owed && duty.DueOn < today && duty.Kind != MembersAnswer.Duty,
                    cancellationToken
                );
                if (overdue is null)
                {
                    return new("Nothing is overdue on it.", Audience.SafeguardSource);
                }

                return await StepUpAsync(write, matter, overdue, byMember: true, cancellationToken) == 0
                    ? new("There is nobody further up to take it to.", Audience.SafeguardSource)
                    : null;
            },
            cancellationToken
        );
    }

    /// <summary>Takes the next step that leads to somebody. A step that leads to nobody is passed, and the record names it.</summary>
    /// <returns>How many officers were told; none when there is no further step.</returns>
    internal async Task<int> StepUpAsync(CouncilWrite write, Matter matter, Duty duty, bool byMember, CancellationToken cancellationToken)
    {
        var steps = await ladder.OfAsync(await parties.OfAsync(matter, cancellationToken), write.Today, cancellationToken);
        var at = Math.Max(duty.EscalationStep - Warned, 0);
        if (steps.Skip(at).All(step => step.Officers.Count == 0))
        {
            return 0;
        }

        for (; steps[at].Officers.Count == 0; at++)
        {
            Remember(write, matter, duty, steps[at], byMember);
        }

        var step = steps[at];
        duty.EscalationStep = at + 1 + Warned;
        Remember(write, matter, duty, step, byMember);
        foreach (var officer in step.Officers)
        {
            var party = await parties.PlaceAsync(
                write,
                matter,
                MatterParties.Overseeing,
                officer.PersonId,
                officer.OfficeId,
                cancellationToken
            );
            audience.Give(
                write,
                matter,
                party.Token,
                [Parts.Matter, Parts.Content, Parts.Notes],
                $"A reply is overdue, and it went to the {step.Who}.",
                step.Source
            );
            await notices.TellAsync(write, officer.PersonId, matter, "A reply is overdue, and it has come to you.", cancellationToken);
        }

        await told.TellMemberAsync(write, matter, $"Your reply is overdue. The {step.Who} has been told.", cancellationToken);
        return step.Officers.Count;
    }

    private static void Remember(CouncilWrite write, Matter matter, Duty duty, LadderStep step, bool byMember) =>
        write.Record(
            "reply-overdue",
            matter,
            Parts.Matter,
            new JsonObject
            {
                ["duty"] = duty.Kind,
                ["due"] = Duties.Iso(duty.DueOn!.Value),
                ["step"] = step.Who,
                ["source"] = step.Source,
                ["told"] = step.Officers.Count,
                ["by-the-member"] = byMember,
            }
        );
}
