using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Record;

/// <summary>
/// The same export, for whoever may see this enquiry: the whole log as hashes, and in full what this viewer may see. A part alone would not
/// prove anything.
/// </summary>
public sealed class EnquiryModel(ComityDb db, Comity.Service.Requests.Enquiries enquiries, CurrentViewer current)
    : EnquiryPageModel(enquiries, current)
{
    /// <summary>Entries about this enquiry that the viewer may see.</summary>
    public int InFull { get; private set; }

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var (id, granted) = (Matter.Id, Standing.Granted.ToList());
        InFull = await db.RecordEntries.CountAsync(
            entry => entry.MatterId == id && entry.Part != null && granted.Contains(entry.Part),
            cancellationToken
        );
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return new RecordDownload(Viewer, Today);
    }
}
