using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Owed;

/// <summary>A list of what is owed, from one side of it.</summary>
public abstract class OwedPageModel(OwedList owed, CurrentViewer current, bool asDebtor) : PageModel
{
    private const int LastPage = 10_000;

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    public OwedPage List { get; private set; } = new([], 1, false);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await owed.ReadAsync(
            await current.GetAsync(cancellationToken),
            current.Now,
            asDebtor,
            All,
            Math.Clamp(Number, 1, LastPage),
            cancellationToken
        );
}
