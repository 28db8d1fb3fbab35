using System.ComponentModel.DataAnnotations;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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

    /// <summary>The choice that stands for no service: it goes to the clerk.</summary>
    public static readonly Guid NoService = Guid.Empty;

    [BindProperty]
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
            Draft.NoService ? NoService : Draft.ServiceAreaId,
            Draft.WardId,
            Draft.Sealed
        );
        Capacity = Draft.Capacity;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadListsAsync(cancellationToken);
        // A council without services has nothing to choose from, and everything goes to its clerk.
        ServiceAreaId = Services.Count == 0 || !Kind.OfService ? NoService : ServiceAreaId;
        if (!Kind.OfService)
        {
            // What the protocol means is the council's business, whoever asks.
            ModelState.Remove(nameof(Capacity));
            (Capacity, WardId) = (nameof(Comity.Service.Matters.Capacity.Council), null);
        }

        if (
            ServiceAreaId != NoService
            && Services.All(item => item.Value != ServiceAreaId?.ToString("D"))
            && IsInOrder(nameof(ServiceAreaId))
        )
        {
            ModelState.AddModelError(nameof(ServiceAreaId), "Choose the service it is about");
        }

        if (WardId is { } ward && Wards.All(item => item.Value != ward.ToString("D")))
        {
            ModelState.AddModelError(nameof(WardId), "Choose a ward from the list");
        }

        if (Capacity is not null && !Enum.IsDefined(typeof(Capacity), Capacity))
        {
            ModelState.AddModelError(nameof(Capacity), "Choose in which capacity you ask");
        }

        var incoming = await Upload.ReadAsync(Files, cancellationToken);
        var kept = Draft.Files.Where(file => !Remove.Contains(file.ContentId)).ToList();
        foreach (var refusal in AttachmentPolicy.Refusals(incoming, kept.Count, kept.Sum(file => file.Size)))
        {
            ModelState.AddModelError(nameof(Files), refusal);
        }

        // What is in order is kept even when something else is not: nothing has to be chosen twice, and a draft never holds what could not be sent.
        if (IsInOrder(nameof(Files)))
        {
            foreach (var file in incoming)
            {
                kept.Add(await Drafts.AddFileAsync(DraftId, file, cancellationToken));
            }
        }

        await KeepAsync(
            Draft with
            {
                Subject = IsInOrder(nameof(Subject)) ? Subject?.Trim() : null,
                Question = IsInOrder(nameof(Question)) ? Question?.Trim() : null,
                ServiceAreaId = IsInOrder(nameof(ServiceAreaId)) && ServiceAreaId != NoService ? ServiceAreaId : null,
                NoService = ServiceAreaId == NoService,
                WardId = IsInOrder(nameof(WardId)) ? WardId : null,
                Capacity = IsInOrder(nameof(Capacity)) ? Capacity : null,
                Sealed = Sealed,
                Files = kept,
            },
            cancellationToken
        );
        return ModelState.IsValid ? RedirectToPage(Kind.OfService ? "Resident" : "Check", new { draft = DraftId }) : Page();
    }

    private bool IsInOrder(string field) => ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid;

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
        var wards = await db
            .Wards.AsNoTracking()
            .Where(ward => ward.From <= today && (ward.Until == null || ward.Until >= today))
            .OrderBy(ward => ward.Name)
            .Select(ward => new { ward.Name, ward.Id })
            .ToListAsync(cancellationToken);

        // Written here and not by the database: each writes an id in its own way.
        Wards = [.. wards.Select(ward => new SelectListItem(ward.Name, ward.Id.ToString("D")))];
    }
}
