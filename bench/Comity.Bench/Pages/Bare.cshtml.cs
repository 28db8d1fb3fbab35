using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Bench.Pages;

public sealed class BareModel(ComityDb db) : PageModel
{
    public Matter Matter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference)
    {
        if (await BarePage.Find(db, reference) is not { } matter)
        {
            return NotFound();
        }

        Matter = matter;
        return Page();
    }
}
