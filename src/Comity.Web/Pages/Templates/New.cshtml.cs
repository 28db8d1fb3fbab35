using Comity.Service.People;
using Comity.Service.Templates;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Templates;

/// <summary>A new template of the council or of a service.</summary>
public sealed class NewModel(KeepTemplate keep, TemplateRights rights, CurrentViewer current) : RegisterPage(current)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Use { get; set; }

    [BindProperty]
    public Guid? ServiceAreaId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public bool ForCouncil { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        if (ServiceAreaId is null ? !ForCouncil : Services.All(service => service.Value != ServiceAreaId.Value.ToString()))
        {
            ModelState.AddModelError(nameof(ServiceAreaId), "Choose whose it is");
        }

        return await FinishAsync(
            () => keep.ExecuteAsync(new KeepTemplateRequest(null, ServiceAreaId, Use, Title, Text, 0), viewer, cancellationToken),
            "The template is kept",
            id => $"/templates/{id}",
            cancellationToken
        );
    }

    protected override async Task<bool> MayAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return viewer.MayKeepRegister() || (await rights.KeptByAsync(viewer, Today, cancellationToken)).Count > 0;
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        ForCouncil = viewer.MayKeepRegister();
        Services =
        [
            .. (await rights.KeptByAsync(viewer, Today, cancellationToken)).Select(service => new SelectListItem(
                service.Name,
                service.Id.ToString()
            )),
        ];
    }
}
