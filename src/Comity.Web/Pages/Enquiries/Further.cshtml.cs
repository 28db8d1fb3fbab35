using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Enquiries;

/// <summary>The member takes an overdue reply to the next step of the protocol's own way up.</summary>
public sealed class FurtherModel(
    Comity.Service.Requests.Enquiries enquiries,
    TakeReplyFurther act,
    ReplyLadder ladder,
    ComityDb db,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    /// <summary>How far it has gone; null when nothing is overdue.</summary>
    public LadderStanding? Ladder { get; private set; }

    protected override bool May(Standing standing) => standing.IsAsker;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var (matter, today) = (Matter.Id, Today);
        var overdue = await db
            .Duties.AsNoTracking()
            .FirstOrDefaultAsync(
                duty => duty.MatterId == matter && duty.State == DutyState.Owed && duty.DueOn < today && duty.Kind != MembersAnswer.Duty,
                cancellationToken
            );
        Ladder = overdue is null ? null : await ladder.StandingAsync(Standing.Parties, overdue, today, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return await FinishAsync(
            () => act.ExecuteAsync(new TakeReplyFurtherRequest(At), Viewer, cancellationToken),
            $"The {Ladder?.Next?.Who} has been told.",
            "",
            cancellationToken
        );
    }
}
