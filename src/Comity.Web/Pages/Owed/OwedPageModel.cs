using Comity.Service.Kept;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Owed;

/// <summary>A list of what is owed, from one side of it.</summary>
public abstract class OwedPageModel(OwedList owed, CouncilNow council, CurrentViewer current, bool asDebtor)
    : OwedAddress(current, asDebtor)
{
    private const int LastPage = 10_000;

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    /// <summary>Whether the form with which it is narrowed is wanted: most look at a list without it.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Narrow { get; set; }

    public OwedPage List { get; private set; } = new([], 1, false);

    public IReadOnlyList<SelectListItem> KindChoices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public bool HasForm => Narrow || IsNarrowed || !ModelState.IsValid;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);

        // The number of a page that is none is the first page's.
        ModelState.Remove("number");
        var isInOrder = IsInOrder();
        if (HasForm)
        {
            KindChoices =
            [
                .. EnquiryKind.All.Select(kind => new SelectListItem(char.ToUpperInvariant(kind.Noun[0]) + kind.Noun[1..], kind.Key)),
            ];
            Services =
            [
                .. (await council.GetAsync(cancellationToken))
                    .Register.Services(Current.Today)
                    .Services.Select(service => new SelectListItem(service.Name, service.Id.ToString())),
            ];
        }

        if (!isInOrder)
        {
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        List = await owed.ReadAsync(viewer, Current.Now, AsDebtor, All, Filter, Math.Clamp(Number, 1, LastPage), cancellationToken);
        return Page();
    }
}
