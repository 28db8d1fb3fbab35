using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Owed;

/// <summary>What is owed, soonest first: fifty at a time, and whether there are more. Only of matters that the viewer may see.</summary>
public sealed class OwedList(ComityDb db, ContentStore contents)
{
    public const int AtATime = 50;

    public async Task<OwedPage> ReadAsync(
        Viewer viewer,
        DateTime at,
        bool asDebtor,
        bool all,
        int number,
        CancellationToken cancellationToken
    )
    {
        var duties = asDebtor
            ? db.Duties.Where(duty => viewer.Tokens.Contains(duty.DebtorToken))
            : db.Duties.Where(duty => viewer.Tokens.Contains(duty.CreditorToken));
        if (!all)
        {
            duties = duties.Where(duty => duty.State == DutyState.Owed);
        }

        var visible = db.Matters.VisibleTo(db, viewer, at);
        var rows = await (
            from duty in duties.AsNoTracking()
            join matter in visible on duty.MatterId equals matter.Id
            orderby duty.State == DutyState.Owed ? 0 : 1, duty.DueOn == null, duty.DueOn, duty.Id
            select new
            {
                matter.Reference,
                matter.Subject,
                matter.SubjectContentId,
                MatterKind = matter.Kind,
                DutyKind = duty.Kind,
                duty.DueOn,
                duty.State,
            }
        )
            .Skip((number - 1) * AtATime)
            .Take(AtATime + 1)
            .ToListAsync(cancellationToken);
        var subjects = rows.Select(row => row.SubjectContentId).OfType<Guid>().ToList();
        var opened = subjects.Count == 0 ? null : await contents.ReadTextsAsync(subjects, cancellationToken);
        return new OwedPage(
            [
                .. rows.Take(AtATime)
                    .Select(row => new OwedLine(
                        row.Reference,
                        row.Subject ?? (row.SubjectContentId is { } id && opened!.TryGetValue(id, out var text) ? text.Text : "Erased"),
                        row.MatterKind,
                        row.DutyKind,
                        row.DueOn,
                        row.State
                    )),
            ],
            number,
            rows.Count > AtATime
        );
    }
}
