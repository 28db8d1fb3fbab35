using Comity.Service.Requests;
using Comity.Service.Templates;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Enquiries;

public sealed class ProgressModel(
    Comity.Service.Requests.Enquiries enquiries,
    EnquiryRules rules,
    ReportProgress act,
    StartFrom start,
    CurrentViewer current
) : ProtocolPageModel(enquiries, rules, current)
{
    /// <summary>The template to start from, and the button that puts its words in.</summary>
    [BindProperty]
    public string? Template { get; set; }

    [BindProperty]
    public string? PutIn { get; set; }

    public IReadOnlyList<SelectListItem> Templates { get; private set; } = [];

    protected override string Missing => "Enter how it is going";

    protected override bool May(Standing standing) => standing.IsOwner;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        Templates = await start.ChoicesAsync(Matter, TemplateUse.Progress, Viewer, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (PutIn is not null)
        {
            await LoadAsync(cancellationToken);
            ModelState.Clear();
            if (await start.PutInAsync(Template, Words, Standing, TemplateUse.Progress, Viewer, cancellationToken) is { } words)
            {
                Words = words;
            }
            else
            {
                ModelState.AddModelError(nameof(Template), StartFrom.NothingChosen);
            }

            return Page();
        }

        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new ReportProgressRequest(At, Words!.Trim()), Viewer, cancellationToken),
                "The member has been told.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
