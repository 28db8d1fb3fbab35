using Comity.Service.People;
using Comity.Service.Record;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.People;

/// <summary>
/// A page that changes one thing in the register. Whoever may not gets what an address that was never given out gives; what is wrong stands
/// beside its field; what somebody else has changed meanwhile is said, and what was typed is still there.
/// </summary>
public abstract class RegisterPage(CurrentViewer current) : PageModel
{
    /// <summary>What the entry said when the form was opened.</summary>
    [BindProperty]
    public string? Opened { get; set; }

    public DateOnly Today => current.Today;

    protected CurrentViewer Current => current;

    /// <summary>Without another word: whoever keeps the register.</summary>
    protected virtual async Task<bool> MayAsync(CancellationToken cancellationToken) =>
        (await current.GetAsync(cancellationToken)).MayKeepRegister();

    /// <summary>Reads what the page shows. Comes before the form is looked at, and again when it was refused.</summary>
    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var cancellationToken = HttpContext.RequestAborted;
        if (!await MayAsync(cancellationToken))
        {
            throw new NotFoundException();
        }

        await LoadAsync(cancellationToken);
        await next();
    }

    /// <summary>Does it and goes on, or shows the form again with what was wrong.</summary>
    protected async Task<IActionResult> FinishAsync(
        Func<Task<RegisterChange>> act,
        string done,
        Func<Guid, string> next,
        CancellationToken cancellationToken,
        Func<FieldError, FieldError>? place = null
    )
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(next);

        // A day that cannot be read is missing for the write; nothing is written until it can.
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            switch (await act())
            {
                case RegisterChange.Done written:
                    TempData["Done"] = done;
                    return LocalRedirect(next(written.Id));
                case RegisterChange.Refused refused:
                    ModelState.AddErrors(new RegisterChange.Refused([.. refused.Errors.Select(place ?? (error => error))]));
                    return Page();
                default:
                    throw new NotFoundException();
            }
        }
        catch (ChangedSinceOpenedException)
        {
            await LoadAsync(cancellationToken);
            ModelState.Remove(nameof(Opened));
            Opened = null;
            return this.ChangedSinceOpened();
        }
    }
}
