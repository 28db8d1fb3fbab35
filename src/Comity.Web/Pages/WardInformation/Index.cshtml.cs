using Comity.Service.WardInformation;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.WardInformation;

/// <summary>What an officer, or somebody whom the officer manages, has told members, and how many of them have opened it.</summary>
public sealed class IndexModel(NewsList list, CurrentViewer current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<NewsShown> Told { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!NewsRules.MayTell(await current.GetAsync(cancellationToken)))
        {
            throw new NotFoundException();
        }

        Told = await list.ReadAsync(News.WrittenBy, All, cancellationToken);
    }
}
