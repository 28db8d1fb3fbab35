using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>One office: who holds it and has held it, to which it reports, who deputises.</summary>
public sealed class PostModel(CouncilOnDate council, ComityDb db, Library library, CurrentViewer current) : PageModel
{
    public Office Post { get; private set; } = null!;
    public string Role { get; private set; } = "";
    public string? Where { get; private set; }
    public string Now { get; private set; } = "";
    public Above? Manager { get; private set; }
    public bool MayKeep { get; private set; }
    public bool MaySayWhoDeputises { get; private set; }
    public bool MaySeeWhatLies { get; private set; }
    public bool IsSeat => Post.WardId is not null;
    public IReadOnlyList<Line> Holdings { get; private set; } = [];
    public IReadOnlyList<Line> Deputies { get; private set; } = [];

    public sealed record Line(Guid Id, Guid PersonId, string Name, DateOnly From, DateOnly? Until, string? Basis);

    public sealed record Above(Guid Id, string Title);

    public async Task OnGetAsync(Guid office, CancellationToken cancellationToken)
    {
        var today = current.Today;
        Post =
            await db
                .Offices.AsNoTracking()
                .Include(one => one.ServiceArea)
                .Include(one => one.Ward)
                .FirstOrDefaultAsync(one => one.Id == office, cancellationToken)
            ?? throw new NotFoundException();
        Where = Post.ServiceArea?.Name ?? (Post.Ward is { } ward ? $"{ward.Name} ward" : null);
        Role = await RoleAsync(today, cancellationToken);
        Now = string.Join(
            ", ",
            (await council.HeldOffices(today).Where(held => held.OfficeId == office).ToListAsync(cancellationToken))
                .OrderBy(held => held.PersonName, StringComparer.Ordinal)
                .Select(held => held.AsDeputy ? $"{held.PersonName} (acting)" : held.PersonName)
        );
        Manager = await council
            .Facts<LineManagement>(today)
            .Where(fact => fact.OfficeId == office)
            .Select(fact => new Above(fact.ManagerOfficeId, fact.ManagerOffice!.Title))
            .FirstOrDefaultAsync(cancellationToken);
        Holdings = await db
            .Holdings.AsNoTracking()
            .Where(fact => fact.OfficeId == office)
            .OrderByDescending(fact => fact.From)
            .Select(fact => new Line(fact.Id, fact.PersonId, fact.Person!.FullName, fact.From, fact.Until, fact.Basis))
            .ToListAsync(cancellationToken);
        Deputies = await db
            .Deputies.AsNoTracking()
            .Where(fact => fact.OfficeId == office && (fact.Until == null || fact.Until >= today))
            .OrderBy(fact => fact.From)
            .Select(fact => new Line(fact.Id, fact.PersonId, fact.Person!.FullName, fact.From, fact.Until, null))
            .ToListAsync(cancellationToken);
        var viewer = await current.GetAsync(cancellationToken);
        MayKeep = viewer.MayKeepRegister();
        MaySeeWhatLies = viewer.Roles.Any(role => role != "member");
        MaySayWhoDeputises =
            MayKeep || Holdings.Any(line => line.PersonId == viewer.PersonId && line.From <= today && !(line.Until < today));
    }

    private async Task<string> RoleAsync(DateOnly today, CancellationToken cancellationToken) =>
        await db.TextEditions.AnyAsync(cancellationToken)
        && (await library.OnAsync(today, cancellationToken)).Vocabulary.Roles.TryGetValue(Post.Role, out var role)
            ? role.Label
            : Post.Role.Replace('-', ' ');
}
