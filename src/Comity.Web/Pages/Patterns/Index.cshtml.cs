using Comity.Service.Patterns;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Patterns;

/// <summary>How much each member asks, for the Monitoring Officer. For everybody else there is no such page.</summary>
public sealed class IndexModel(RequestPatterns patterns, CurrentViewer current) : PageModel
{
    public PatternsRead Read { get; private set; } = PatternsRead.Silent;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Read =
            await patterns.ReadAsync(await current.GetAsync(cancellationToken), null, cancellationToken) ?? throw new NotFoundException();
}
