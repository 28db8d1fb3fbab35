using Comity.Service.Mail;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Mail;

/// <summary>The emails about which the viewer has to decide.</summary>
public sealed class IndexModel(HeldMail held, CurrentViewer current) : PageModel
{
    public IReadOnlyList<HeldLetter> Letters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        Letters = await held.ListAsync(viewer, cancellationToken);
    }
}
