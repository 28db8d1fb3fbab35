using Comity.Service.People;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>Every office, post and seat of the council today, with whoever is in it.</summary>
public sealed class PostsModel(CouncilOnDate council, CurrentViewer current) : PageModel
{
    public IReadOnlyList<Post> Posts { get; private set; } = [];
    public bool MayKeep { get; private set; }

    public sealed record Post(Guid Id, string Title, string? Where, string Holders);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = current.Today;
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
        var held = (
            await council
                .HeldOffices(today)
                .Select(one => new
                {
                    one.OfficeId,
                    one.PersonName,
                    one.AsDeputy,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(one => one.OfficeId, one => one.AsDeputy ? $"{one.PersonName} (acting)" : one.PersonName);
        Posts =
        [
            .. (
                await council
                    .OfficesOn(today)
                    .OrderBy(office => office.Title)
                    .Select(office => new
                    {
                        office.Id,
                        office.Title,
                        Service = office.ServiceArea!.Name,
                        Ward = office.Ward!.Name,
                    })
                    .ToListAsync(cancellationToken)
            ).Select(office => new Post(
                office.Id,
                office.Title,
                office.Service ?? (office.Ward is null ? null : $"{office.Ward} ward"),
                string.Join(", ", held[office.Id].Order(StringComparer.Ordinal))
            )),
        ];
    }
}
