using System.ComponentModel.DataAnnotations;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Ask;

[RequestSizeLimit(RequestLimits.WithAttachments)]
public sealed class DetailsModel(Drafts drafts, EnquiryRules rules, CouncilOnDate council, ComityDb db, CurrentViewer current)
    : AskPageModel(drafts, rules, current)
{
    [BindProperty]
    [Required(ErrorMessage = "Enter a subject")]
    [StringLength(120, ErrorMessage = "The subject must be 120 characters or fewer")]
    public string? Subject { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter what you want to know or have done")]
    [StringLength(4000, ErrorMessage = "What you want to know or have done must be 4,000 characters or fewer")]
    public string? Question { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Choose the service it is about")]
    public Guid? ServiceAreaId { get; set; }

    [BindProperty]
    public Guid? WardId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Choose in which capacity you ask")]
    public string? Capacity { get; set; }

    [BindProperty]
    public bool Sealed { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public List<Guid> Remove { get; set; } = [];

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadListsAsync(cancellationToken);
        (Subject, Question, ServiceAreaId, WardId, Sealed) = (
            Draft.Subject,
            Draft.Question,
            Draft.ServiceAreaId,
            Draft.WardId,
            Draft.Sealed
        );
        Capacity = Draft.Capacity;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadListsAsync(cancellationToken);
        if (ServiceAreaId is { } service && Services.All(item => item.Value != service.ToString("D")))
        {
            ModelState.AddModelError(nameof(ServiceAreaId), "Choose the service it is about");
        }

        if (Capacity is not null && !Enum.TryParse<Capacity>(Capacity, out _))
        {
            ModelState.AddModelError(nameof(Capacity), "Choose in which capacity you ask");
        }

        var incoming = await Upload.ReadAsync(Files, cancellationToken);
        var kept = Draft.Files.Where(file => !Remove.Contains(file.ContentId)).ToList();
        foreach (var refusal in AttachmentPolicy.Refusals(incoming))
        {
            ModelState.AddModelError(nameof(Files), refusal);
        }

        if (
            incoming.Count + kept.Count > AttachmentPolicy.MostFiles
            || incoming.Sum(file => file.Bytes.LongLength) + kept.Sum(file => file.Size) > AttachmentPolicy.MostBytesTogether
        )
        {
            ModelState.AddModelError(nameof(Files), $"Attach {AttachmentPolicy.MostFiles} files or fewer, and together no more than 25 MB");
        }

        // What is in order is kept even when something else is not: nothing has to be typed or chosen twice.
        if (ModelState.GetFieldValidationState(nameof(Files)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            foreach (var file in incoming)
            {
                kept.Add(await Drafts.AddFileAsync(DraftId, file, cancellationToken));
            }
        }

        await KeepAsync(
            Draft with
            {
                Subject = Subject?.Trim(),
                Question = Question?.Trim(),
                ServiceAreaId = ServiceAreaId,
                WardId = WardId,
                Capacity = Capacity,
                Sealed = Sealed,
                Files = kept,
            },
            cancellationToken
        );
        return ModelState.IsValid ? RedirectToPage("Resident", new { draft = DraftId }) : Page();
    }

    private async Task LoadListsAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var tree = await council.ServicesAsync(ReceivedOn, cancellationToken);
        Services =
        [
            .. tree
                .Services.Where(service => service.PartOfId is not null || !tree.PartsOf(service.Id).Any())
                .OrderBy(service => service.Name, StringComparer.Ordinal)
                .Select(service => new SelectListItem(
                    string.IsNullOrEmpty(service.Subjects) ? service.Name : $"{service.Name} ({service.Subjects})",
                    service.Id.ToString("D")
                )),
        ];
        var today = Today;
        Wards = await db
            .Wards.AsNoTracking()
            .Where(ward => ward.From <= today && (ward.Until == null || ward.Until >= today))
            .OrderBy(ward => ward.Name)
            .Select(ward => new SelectListItem(ward.Name, ward.Id.ToString()))
            .ToListAsync(cancellationToken);
    }
}
