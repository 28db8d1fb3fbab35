using Comity.Service.Figures;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Figures;

/// <summary>How the services answer members, for those who answer for it.</summary>
public sealed class IndexModel(AnsweringFigures figures, FigureRights rights, ComityDb db, CurrentViewer current)
    : FiguresPageModel(figures, rights, db, current)
{
    public IReadOnlyList<SelectListItem> Services =>
        [.. Reach.Services.Select(service => new SelectListItem(service.Name, service.Id.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : new PageResult { StatusCode = StatusCodes.Status400BadRequest };

    public IReadOnlyList<Bar> Open(Ageing ageing)
    {
        ArgumentNullException.ThrowIfNull(ageing);
        double most = Math.Max(1, ageing.Open.Max());
        return
        [
            .. Ageing.Groups.Select(
                (group, place) =>
                    new Bar(
                        group,
                        $"{ageing.Open[place]} open, {ageing.Overdue[place]} of them overdue",
                        (ageing.Open[place] - ageing.Overdue[place]) / most,
                        ageing.Overdue[place] / most
                    )
            ),
        ];
    }
}
