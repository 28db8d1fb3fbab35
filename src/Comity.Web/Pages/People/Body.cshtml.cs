using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>A political group, a committee or another body, with everybody who has or had a place in it.</summary>
public sealed class BodyModel(CouncilOnDate council, ComityDb db, CurrentViewer current) : PageModel
{
    public Body Entry { get; private set; } = null!;
    public IReadOnlyList<PlaceInBody> Today { get; private set; } = [];
    public IReadOnlyList<Other> Others { get; private set; } = [];
    public bool MayKeep { get; private set; }

    public sealed record Other(string Name, string Place, DateOnly From, DateOnly? Until);

    public async Task OnGetAsync(Guid body, CancellationToken cancellationToken)
    {
        var today = current.Today;
        Entry =
            await db.Bodies.AsNoTracking().FirstOrDefaultAsync(one => one.Id == body, cancellationToken) ?? throw new NotFoundException();
        Today = await council.MembersOfAsync(body, today, cancellationToken);
        Others = await db
            .Memberships.AsNoTracking()
            .Where(fact => fact.BodyId == body && (fact.From > today || fact.Until < today))
            .OrderByDescending(fact => fact.From)
            .Select(fact => new Other(fact.Person!.FullName, fact.Place, fact.From, fact.Until))
            .ToListAsync(cancellationToken);
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
    }
}
