using System.ComponentModel.DataAnnotations;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Comity.Web.Pages.Concerns.Raise;

/// <summary>What happened, on which clauses it rests, what would put it right, and what shows it.</summary>
[RequestSizeLimit(RequestLimits.WithAttachments)]
public sealed class WordsModel(ConcernDrafts drafts, ConcernRules rules, CouncilOnDate council, Library library, CurrentViewer current)
    : RaisePage(drafts, rules, council, current)
{
    [BindProperty]
    [Required(ErrorMessage = "Enter what happened")]
    [StringLength(10_000, ErrorMessage = "What happened must be 10,000 characters or fewer. You can attach a longer text as a file")]
    public string? WhatHappened { get; set; }

    [BindProperty]
    [Display(Name = "When it happened")]
    public DateOnly? HappenedOn { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter what would put it right")]
    [StringLength(2_000, ErrorMessage = "What would put it right must be 2,000 characters or fewer")]
    public string? PutRight { get; set; }

    [BindProperty]
    public List<string> Grounds { get; set; } = [];

    [BindProperty]
    public List<string> Equality { get; set; } = [];

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public List<Guid> Remove { get; set; } = [];

    public IReadOnlyList<ConcernGround> Offered { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await BeforeAsync(cancellationToken) is { } earlier)
        {
            return earlier;
        }

        (WhatHappened, HappenedOn, PutRight) = (Draft.WhatHappened, Draft.HappenedOn, Draft.PutRight);
        (Grounds, Equality) = ([.. Draft.Grounds], [.. Draft.Equality]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await BeforeAsync(cancellationToken) is { } earlier)
        {
            return earlier;
        }

        if (HappenedOn > Today)
        {
            ModelState.AddModelError(nameof(HappenedOn), "The day on which it happened must be today or earlier");
        }

        if (Grounds.Exists(norm => Offered.All(ground => ground.Norm != norm)))
        {
            ModelState.AddModelError(nameof(Grounds), "Choose clauses from the list");
        }

        if (Equality.Exists(key => EqualityGround.Find(key) is null))
        {
            ModelState.AddModelError(nameof(Equality), "Choose from the two lists");
        }

        var incoming = await Upload.ReadAsync(Files, cancellationToken);
        var kept = Draft.Files.Where(file => !Remove.Contains(file.ContentId)).ToList();
        foreach (var refusal in AttachmentPolicy.Refusals(incoming, kept.Count, kept.Sum(file => file.Size)))
        {
            ModelState.AddModelError(nameof(Files), refusal);
        }

        // What is in order is kept even when something else is not: nothing has to be written or chosen twice.
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
                WhatHappened = IsInOrder(nameof(WhatHappened)) ? WhatHappened?.Trim() : null,
                HappenedOn = IsInOrder(nameof(HappenedOn)) ? HappenedOn : null,
                PutRight = IsInOrder(nameof(PutRight)) ? PutRight?.Trim() : null,
                Grounds = IsInOrder(nameof(Grounds)) ? Grounds : [],
                Equality = IsInOrder(nameof(Equality)) ? Equality : [],
                Files = kept,
            },
            cancellationToken
        );
        return ModelState.IsValid ? LocalRedirect(Step("consent")) : Page();
    }

    private bool IsInOrder(string field) => ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid;

    private async Task<IActionResult?> BeforeAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Draft is not { About: { } about, Act: not null })
        {
            return LocalRedirect(Step(Draft.About is null ? "about" : "kind"));
        }

        var read = await library.OnAsync(Today, cancellationToken);
        Offered = ConcernGrounds.Under(read, RolesOnDay.Of(Register, read.Vocabulary, about, Today));
        return null;
    }
}
