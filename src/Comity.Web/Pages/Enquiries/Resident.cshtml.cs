using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Enquiries;

public sealed class ResidentModel(
    Comity.Service.Requests.Enquiries enquiries,
    ComityDb db,
    ContentStore contents,
    ReadLog reads,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    public string Details { get; private set; } = "";

    protected override bool May(Standing standing) => standing.MaySee(Parts.Constituent);

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var ids = await db
            .Messages.AsNoTracking()
            .Where(message => message.MatterId == Matter.Id && message.Part == Parts.Constituent)
            .OrderBy(message => message.SentAt)
            .Select(message => message.ContentId)
            .ToListAsync(cancellationToken);
        var texts = await contents.ReadTextsAsync(ids, cancellationToken);
        if (texts.Count == 0)
        {
            throw new NotFoundException();
        }

        Details = string.Join("\n\n", ids.Where(texts.ContainsKey).Select(id => texts[id].Text));
        await reads.NoteAsync(Matter, Parts.Constituent, Viewer, cancellationToken);
        return Page();
    }
}
