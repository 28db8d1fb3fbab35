using Comity.Service.Setup;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Setup;

/// <summary>The door of the set-up: the code that was printed on the console.</summary>
public sealed class IndexModel(SetUpGate gate, SetUpJourneys journeys) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public bool IsLocked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (gate.IsClosed)
        {
            throw new NotFoundException();
        }

        if (await gate.OpenAsync(cancellationToken) is { } journey)
        {
            return RedirectToPage(SetUpPage.PageOf(SetUpJourneys.AnswersOf(journey).FirstOpen));
        }

        IsLocked = await journeys.IsLockedAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (gate.IsClosed)
        {
            throw new NotFoundException();
        }

        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), "Enter the code from the console");
            return Page();
        }

        if (await gate.EnterAsync(Code, cancellationToken))
        {
            return RedirectToPage("/Setup/Council");
        }

        IsLocked = await journeys.IsLockedAsync(cancellationToken);
        ModelState.AddModelError(
            nameof(Code),
            IsLocked ? "Too many wrong codes. Start the service again for another" : "This is not the code on the console"
        );
        return Page();
    }
}
