using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Enquiries;

/// <summary>
/// A page about one enquiry. For somebody without a grant there is none: the same answer as for a reference that was never given out.
/// </summary>
public abstract class EnquiryPage(Comity.Service.Requests.Enquiries enquiries, CurrentViewer current) : PageModel
{
    /// <summary>As the address says it. It is not bound: a page that takes nothing else then needs no binding at all.</summary>
    public string Reference => RouteData.Values["reference"] as string ?? "";

    public Standing Standing { get; private set; } = null!;

    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    public Matter Matter => Standing.Matter;

    public DateOnly Today => current.Today;

    protected DateTime Now => current.Now;

    /// <summary>What more the page shows, on every way to it; nothing for most.</summary>
    protected virtual Task ReadMoreAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Who may use the page, of those who may see the enquiry.</summary>
    protected virtual bool May(Standing standing) => true;

    /// <summary>Whether the viewer has it still: what was done may have taken it out of their hands.</summary>
    protected async Task<bool> HasItStillAsync(CancellationToken cancellationToken) =>
        await enquiries.FindAsync(Reference, Viewer, cancellationToken) is not null;

    protected virtual async Task LoadAsync(CancellationToken cancellationToken)
    {
        (Viewer, var found) = await enquiries.FindAsync(Reference, current.PersonId, Today, cancellationToken);
        Standing = found is not null && May(found) ? found : throw new NotFoundException();
        await ReadMoreAsync(cancellationToken);
    }
}
