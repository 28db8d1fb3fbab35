using System.ComponentModel.DataAnnotations;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Service.WardInformation;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.WardInformation;

/// <summary>An officer tells members something: first what it is about, then, beside what the protocol says of that, the words and for whom.</summary>
[RequestSizeLimit(RequestLimits.WithAttachments)]
public sealed class NewModel(NewsRules rules, NewsReach reach, TellMembers tell, ComityDb db, CurrentViewer current) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public List<Guid> Wards { get; set; } = [];

    [BindProperty]
    public bool ForAllMembers { get; set; }

    [BindProperty]
    public Guid? PortfolioOfficeId { get; set; }

    [BindProperty]
    [Display(Name = "The day it happens")]
    public DateOnly? HappensOn { get; set; }

    [BindProperty]
    public string? HappensAt { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public bool Invites { get; set; }

    [BindProperty]
    [Display(Name = "The last day on which it is current")]
    public DateOnly? CurrentUntil { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public NewsKind? Chosen { get; private set; }

    /// <summary>What the protocol says of telling it, and of inviting members to it.</summary>
    public NewsAnswer? Answer { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. NewsKind.All.Select(kind => new SelectListItem(kind.Label, kind.Key))];
    public IReadOnlyList<SelectListItem> WardChoices { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Portfolios { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (HttpMethods.IsGet(Request.Method))
        {
            ModelState.Clear();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await LoadAsync(cancellationToken);
        if (!TimeOfDay.TryRead(HappensAt, out var at))
        {
            ModelState.AddModelError(nameof(HappensAt), TimeOfDay.Refusal);
        }

        var files = await Upload.ReadAsync(Files, cancellationToken);
        foreach (var refusal in AttachmentPolicy.Refusals(files))
        {
            ModelState.AddModelError(nameof(Files), refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var request = new TellMembersRequest
        {
            Kind = Chosen,
            Title = Title,
            Words = Words,
            Files = files,
            Wards = Wards,
            ForAllMembers = ForAllMembers,
            PortfolioOfficeId = PortfolioOfficeId,
            HappensOn = HappensOn,
            HappensAt = at,
            Place = Place,
            Invites = Invites,
            CurrentUntil = CurrentUntil,
            Reason = Reason,
        };
        switch (await tell.ExecuteAsync(request, viewer, cancellationToken))
        {
            case NewsResult.Told told:
                TempData["Done"] = "Members have been told.";
                return LocalRedirect($"/news/{told.Reference}");
            case NewsResult.Refused refused:
                refused.Errors.ToList().ForEach(error => ModelState.AddModelError(error.Field, error.Message));
                return Page();
            default:
                throw new NotFoundException();
        }
    }

    private async Task<Viewer> LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        if (!NewsRules.MayTell(viewer))
        {
            throw new NotFoundException();
        }

        var today = current.Today;
        Chosen = NewsKind.Find(Kind);
        WardChoices =
        [
            .. (
                await db
                    .Wards.AsNoTracking()
                    .Where(ward => ward.From <= today && (ward.Until == null || ward.Until >= today))
                    .OrderBy(ward => ward.Name)
                    .ToListAsync(cancellationToken)
            ).Select(ward => new SelectListItem(ward.Name, ward.Id.ToString("D"), Wards.Contains(ward.Id))),
        ];
        Portfolios =
        [
            .. (await reach.PortfoliosAsync(today, cancellationToken)).Select(held => new SelectListItem(
                $"{held.PersonName}, {held.Title}",
                held.OfficeId.ToString("D")
            )),
        ];
        if (Chosen is { } kind && await db.TextEditions.AnyAsync(cancellationToken))
        {
            var touches = kind.Key == NewsKind.Portfolio || PortfolioOfficeId is not null;
            Answer = await rules.AskAsync(kind, touches, invites: true, today, cancellationToken);
        }

        return viewer;
    }
}
