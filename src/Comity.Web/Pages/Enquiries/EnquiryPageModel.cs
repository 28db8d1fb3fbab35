using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Enquiries;

/// <summary>
/// A page about one enquiry. For somebody without a grant there is none: the same answer as for a reference that was never given out.
/// </summary>
public abstract class EnquiryPageModel(Comity.Service.Requests.Enquiries enquiries, CurrentViewer current) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    /// <summary>The version that the person saw; it comes back with the form.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Standing Standing { get; private set; } = null!;

    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    public Matter Matter => Standing.Matter;

    public DateOnly Today => current.Today;

    protected DateTime Now => current.Now;

    protected EnquiryAt At => new(Reference, Version);

    /// <summary>What more the page shows, on every way to it; nothing for most.</summary>
    protected virtual Task ReadMoreAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Who may use the page, of those who may see the enquiry.</summary>
    protected virtual bool May(Standing standing) => true;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Version = Matter.Version;
        return Page();
    }

    protected async Task LoadAsync(CancellationToken cancellationToken)
    {
        Viewer = await current.GetAsync(cancellationToken);
        Standing =
            await enquiries.FindAsync(Reference, Viewer, cancellationToken) is { } found && May(found)
                ? found
                : throw new NotFoundException();

        // A version that no form of ours sends is one that the enquiry is not at: the page says that it has changed, and comes with the right one.
        if (ModelState.GetFieldValidationState(nameof(Version)) == ModelValidationState.Invalid)
        {
            ModelState.Remove(nameof(Version));
            Version = 0;
        }

        await ReadMoreAsync(cancellationToken);
    }

    /// <summary>
    /// Does it and shows what came of it: the enquiry with a word of what was done; the form again with the reason beside the field; or that
    /// it has changed since.
    /// </summary>
    protected async Task<IActionResult> FinishAsync(
        Func<Task<EnquiryActResult>> act,
        string done,
        string field,
        CancellationToken cancellationToken
    )
    {
        try
        {
            switch (await act())
            {
                case EnquiryActResult.Done:
                    TempData["Done"] = done;

                    // Addresses made from routes are lower-case; a reference is quoted as it is written.
                    return LocalRedirect($"/enquiries/{Matter.Reference}");
                case EnquiryActResult.Refused refused:
                    ModelState.AddModelError(field, $"{refused.Why} ({Sources.InWords(refused.Source)})");
                    return Page();
                default:
                    throw new NotFoundException();
            }
        }
        catch (ChangedSinceOpenedException)
        {
            await LoadAsync(cancellationToken);
            Version = Matter.Version;
            return this.ChangedSinceOpened();
        }
    }
}
