using Comity.Service.People;
using Comity.Service.People.Import;
using Comity.Service.ProtocolLibrary;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.People;

/// <summary>
/// Bringing people in and out as a file. The dry run keeps nothing: the file is chosen again to import it, and is imported only if it still
/// does what was shown.
/// </summary>
[RequestSizeLimit(RequestLimits.WithAttachments)]
public sealed class ImportModel(CurrentViewer current, Library library, PlanPeopleImport plan, ImportPeople import, ExportPeople export)
    : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public bool Windows1252 { get; set; }

    [BindProperty]
    public bool MakeNew { get; set; }

    [BindProperty]
    public string? AgreedTo { get; set; }

    public PeopleImportPlan? Plan { get; private set; }
    public bool IsImported { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (!(await current.GetAsync(HttpContext.RequestAborted)).MayKeepRegister())
        {
            throw new NotFoundException();
        }

        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        await export.ExecuteAsync(new ExportPeopleRequest(file, current.Today), cancellationToken);
        file.Position = 0;
        return File(file, "text/csv; charset=utf-8", "people.csv");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), Upload is null ? "Choose a CSV file" : "The file is empty");
            return Page();
        }

        var roles = (await library.OnAsync(current.Today, cancellationToken)).Vocabulary.Roles.Keys.ToHashSet();
        var encoding = Windows1252 ? PeopleFileEncoding.Windows1252 : PeopleFileEncoding.Utf8;
        await using var stream = Upload.OpenReadStream();
        if (string.IsNullOrEmpty(AgreedTo))
        {
            Plan = await plan.ExecuteAsync(new PlanPeopleImportRequest(stream, encoding, roles), cancellationToken);
            return Page();
        }

        var result = await import.ExecuteAsync(
            await current.GetAsync(cancellationToken),
            new ImportPeopleRequest(stream, encoding, roles, AgreedTo, MakeNew),
            null,
            cancellationToken
        );
        Plan = result.Plan;
        IsImported = result is ImportPeopleResult.Imported;
        ModelState.Remove(nameof(AgreedTo));
        if (result is ImportPeopleResult.Changed)
        {
            ModelState.AddModelError(
                nameof(Upload),
                "This is not the file that was tried, or the register has changed since. Look at what it would do now"
            );
        }
        else if (result is ImportPeopleResult.Refused)
        {
            ModelState.AddModelError(
                Plan.CanImport ? nameof(MakeNew) : nameof(Upload),
                Plan.CanImport
                    ? "Say that the new names are right, or change the file"
                    : "Put the problems right in the file and try it again"
            );
        }

        return Page();
    }
}
