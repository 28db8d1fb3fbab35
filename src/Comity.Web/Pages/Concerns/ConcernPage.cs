using Comity.Service.Concerns;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Concerns;

/// <summary>A page about one concern, with or without a form. For somebody without a grant there is none: the same answer as for a reference that was never given out.</summary>
public abstract class ConcernPage(ConcernMatters concerns, CurrentViewer current) : PageModel
{
    public string Reference => RouteData.Values["reference"] as string ?? "";

    [BindProperty]
    public int Version { get; set; }

    public ConcernSeen Seen { get; private set; } = null!;

    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    public Matter Matter => Seen.Matter;

    public ConcernCourse Course => Seen.Course;

    public DateOnly Today => current.Today;

    protected DateTime Now => current.Now;

    public string Here => $"/concerns/{Matter.Reference}";

    protected MatterAt At => new(Reference, Version);

    /// <summary>Where it goes on when it is done.</summary>
    protected virtual string After => Here;

    /// <summary>Who may use the page, of those who may see the concern.</summary>
    protected virtual bool May(ConcernSeen seen) => true;

    /// <summary>What more the page shows, on every way to it; nothing for most.</summary>
    protected virtual Task ReadMoreAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Version = Matter.Version;
        return Page();
    }

    protected async Task LoadAsync(CancellationToken cancellationToken)
    {
        // A version that no form of ours sends is one that the concern is not at: the page says that it has changed, and comes with the right one.
        if (ModelState.GetFieldValidationState(nameof(Version)) == ModelValidationState.Invalid)
        {
            ModelState.Remove(nameof(Version));
            Version = 0;
        }

        Viewer = await current.GetAsync(cancellationToken);
        var found = await concerns.FindAsync(Reference, Viewer, cancellationToken);
        Seen = found is not null && May(found) ? found : throw new NotFoundException();
        await ReadMoreAsync(cancellationToken);
    }

    /// <summary>Does it and shows what came of it: the concern with a word of what was done; the form again with the reason beside the field; or that it has changed since.</summary>
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

                    // What was done may have taken it out of the viewer's hands.
                    return LocalRedirect(await concerns.FindAsync(Reference, Viewer, cancellationToken) is null ? "/concerns" : After);
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
