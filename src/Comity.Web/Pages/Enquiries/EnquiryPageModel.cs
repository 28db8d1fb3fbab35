using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Comity.Web.Pages.Enquiries;

/// <summary>A page about one enquiry with a form, which brings back the version that the person saw.</summary>
public abstract class EnquiryPageModel(Comity.Service.Requests.Enquiries enquiries, CurrentViewer current) : EnquiryPage(enquiries, current)
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Where it goes on when it is done. Addresses made from routes are lower-case; a reference is quoted as it is written.</summary>
    protected virtual string After => $"/enquiries/{Matter.Reference}";

    protected MatterAt At => new(Reference, Version);

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Version = Matter.Version;
        return Page();
    }

    protected override Task LoadAsync(CancellationToken cancellationToken)
    {
        // A version that no form of ours sends is one that the enquiry is not at: the page says that it has changed, and comes with the right one.
        if (ModelState.GetFieldValidationState(nameof(Version)) == ModelValidationState.Invalid)
        {
            ModelState.Remove(nameof(Version));
            Version = 0;
        }

        return base.LoadAsync(cancellationToken);
    }

    /// <summary>
    /// Does it and shows what came of it: the enquiry with a word of what was done; the form again with the reason beside the field; or that
    /// it has changed since.
    /// </summary>
    protected async Task<IActionResult> FinishAsync(
        Func<Task<ActResult>> act,
        string done,
        string field,
        CancellationToken cancellationToken
    )
    {
        try
        {
            switch (await act())
            {
                case ActResult.Done:
                    TempData["Done"] = done;
                    return LocalRedirect(After);
                case ActResult.Refused refused:
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
