using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Record;

/// <summary>
/// The same export, for whoever may see this enquiry: the whole log as hashes, and in full what this viewer may see. A part alone would not
/// prove anything.
/// </summary>
public sealed class EnquiryModel(ComityDb db, Enquiries enquiries, CurrentViewer current) : PageModel
{
    public string Reference { get; private set; } = "";

    /// <summary>Entries about this enquiry that the viewer may see.</summary>
    public int InFull { get; private set; }

    public async Task OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        var standing = await enquiries.FindAsync(reference, viewer, cancellationToken) ?? throw new NotFoundException();
        Reference = standing.Matter.Reference;
        var granted = standing.Granted.ToList();
        InFull = await db.RecordEntries.CountAsync(
            entry => entry.MatterId == standing.Matter.Id && entry.Part != null && granted.Contains(entry.Part),
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        _ = await enquiries.FindAsync(reference, viewer, cancellationToken) ?? throw new NotFoundException();
        return new RecordDownload(viewer, current.Today);
    }
}
