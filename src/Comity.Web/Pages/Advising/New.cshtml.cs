using Comity.Service.Advising;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Advising;

/// <summary>An officer gives advice to members, or to those who sit on a body, without having been asked through the front door.</summary>
[RequestSizeLimit(RequestLimits.WithAttachments)]
public sealed class NewModel(GiveAdvice give, WhatProtocolSays says, CouncilOnDate council, ComityDb db, CurrentViewer current)
    : PageModel,
        IAdviceForm
{
    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public List<Guid> MemberIds { get; set; } = [];

    [BindProperty]
    public Guid? BodyId { get; set; }

    [BindProperty]
    public AdviceFields Fields { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public ProtocolSays Says { get; private set; } = ProtocolSays.Nothing;
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public bool AsksReason => !string.IsNullOrEmpty(Fields.Reason) || ModelState["Fields.Reason"]?.Errors.Count > 0;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await LoadAsync(cancellationToken);
        var files = await Upload.ReadAsync(Files, cancellationToken);
        foreach (var refusal in AttachmentPolicy.Refusals(files))
        {
            ModelState.AddModelError(nameof(Files), refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var request = new GiveAdviceRequest
        {
            Subject = Subject,
            MemberIds = MemberIds,
            BodyId = BodyId,
            Words = Fields.ToWords(files),
        };
        switch (await give.ExecuteAsync(request, viewer, cancellationToken))
        {
            case AdviceResult.Written written:
                TempData["Done"] = "Your advice has been given.";
                return LocalRedirect($"/enquiries/{written.Reference}/advice");
            case AdviceResult.Refused refused:
                foreach (var (field, message) in refused.Errors)
                {
                    var own = field is nameof(Subject) or nameof(MemberIds);
                    ModelState.AddModelError(own ? field : $"{nameof(Fields)}.{field}", message);
                }

                return Page();
            default:
                throw new NotFoundException();
        }
    }

    private async Task<Viewer> LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        if (!AdviceRules.MayAdvise(viewer))
        {
            throw new NotFoundException();
        }

        var today = current.Today;
        var register = await council.RegisterAsync(today, cancellationToken);
        Members =
        [
            .. register
                .MembersOn(today)
                .Select(held => new SelectListItem(
                    $"{held.PersonName}, {held.Title}",
                    $"{held.PersonId:D}",
                    MemberIds.Contains(held.PersonId)
                )),
        ];
        Bodies =
        [
            .. (
                await db
                    .Bodies.AsNoTracking()
                    .Where(body =>
                        body.From <= today && (body.Until == null || body.Until >= today) && body.Kind != BodyKind.PoliticalGroup
                    )
                    .OrderBy(body => body.Name)
                    .ToListAsync(cancellationToken)
            ).Select(body => new SelectListItem(body.Name, $"{body.Id:D}")),
        ];
        Says = await says.OfAsync(today, "give-advice", "officer", cancellationToken);
        return viewer;
    }
}
