using Comity.Service.Storage;
using Comity.Service.Templates;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Templates;

/// <summary>A template with all that it ever said. Every officer reads it; who keeps it writes the next version.</summary>
public sealed class TemplateModel(KeepTemplate keep, EndTemplate end, TemplateRights rights, ComityDb db, CurrentViewer current)
    : RegisterPage(current)
{
    public sealed record Line(int Number, string Title, string Text, DateTime At, string By);

    [FromRoute(Name = "template")]
    public Guid TemplateId { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The version that the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public ReplyTemplate Template { get; private set; } = null!;

    public string? Service { get; private set; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Line> Versions { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public void OnGet() => (Title, Text, Version) = (Versions[0].Title, Versions[0].Text, Template.Version);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return Fresh(
            await FinishAsync(
                () => keep.ExecuteAsync(new KeepTemplateRequest(TemplateId, null, null, Title, Text, Version), viewer, cancellationToken),
                "The new version is kept",
                id => $"/templates/{id}",
                cancellationToken
            )
        );
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return Fresh(
            await FinishAsync(
                () => end.ExecuteAsync(new EndTemplateRequest(TemplateId, Version), viewer, cancellationToken),
                "The template is offered no longer",
                _ => "/templates",
                cancellationToken
            )
        );
    }

    protected override async Task<bool> MayAsync(CancellationToken cancellationToken) =>
        TemplateRights.MayUse(await Current.GetAsync(cancellationToken));

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Template =
            await db.ReplyTemplates.AsNoTracking().FirstOrDefaultAsync(row => row.Id == TemplateId, cancellationToken)
            ?? throw new NotFoundException();
        Service = await db
            .ServiceAreas.Where(service => service.Id == Template.ServiceAreaId)
            .Select(service => service.Name)
            .FirstOrDefaultAsync(cancellationToken);
        Versions = await (
            from version in db.TemplateVersions.AsNoTracking()
            where version.TemplateId == TemplateId
            join person in db.People on version.ByPersonId equals person.Id
            orderby version.Number descending
            select new Line(version.Number, version.Title, version.Text, version.At, person.FullName)
        ).ToListAsync(cancellationToken);
        MayKeep =
            Template.EndedAt is null
            && await rights.MayKeepAsync(await Current.GetAsync(cancellationToken), Template.ServiceAreaId, Today, cancellationToken);
    }

    /// <summary>Where somebody else was faster, the form comes back with the version that is there now.</summary>
    private IActionResult Fresh(IActionResult result)
    {
        if (ViewData.IsChanged())
        {
            Version = Template.Version;
        }

        return result;
    }
}
