using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Service.Templates;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Templates;

/// <summary>The words that officers start messages from.</summary>
public sealed class IndexModel(ComityDb db, TemplateRights rights, CurrentViewer current) : PageModel
{
    public sealed record Line(Guid Id, string Title, string Use, string? Service, int Version, DateTime At, string By);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public bool MayAdd { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        if (!TemplateRights.MayUse(viewer))
        {
            throw new NotFoundException();
        }

        MayAdd = viewer.MayKeepRegister() || (await rights.KeptByAsync(viewer, current.Today, cancellationToken)).Count > 0;
        Lines = await (
            from template in db.ReplyTemplates.AsNoTracking()
            where template.EndedAt == null
            join version in db.TemplateVersions
                on new { template.Id, Number = template.Version } equals new { Id = version.TemplateId, version.Number }
            join person in db.People on version.ByPersonId equals person.Id
            orderby version.Title
            select new Line(
                template.Id,
                version.Title,
                template.Use,
                db.ServiceAreas.Where(service => service.Id == template.ServiceAreaId).Select(service => service.Name).FirstOrDefault(),
                version.Number,
                version.At,
                person.FullName
            )
        ).ToListAsync(cancellationToken);
    }
}
