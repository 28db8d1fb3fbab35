using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Owed;

public sealed class WhatIAmOwedModel(OwedList owed, CurrentViewer current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    public OwedPage List { get; private set; } = new([], 1, false);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await owed.ReadAsync(
            await current.GetAsync(cancellationToken),
            current.Now,
            false,
            All,
            Math.Clamp(Number, 1, 10_000),
            cancellationToken
        );
}
