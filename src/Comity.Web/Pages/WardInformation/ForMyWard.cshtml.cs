using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.WardInformation;

/// <summary>What officers have told a member unasked: what is current, and, when asked for, what was.</summary>
public sealed class ForMyWardModel(NewsList list) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<NewsShown> News { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        News = await list.ReadAsync(Comity.Service.WardInformation.News.Told, All, cancellationToken);
}
