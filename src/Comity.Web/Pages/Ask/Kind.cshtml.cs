using System.ComponentModel.DataAnnotations;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Ask;

public sealed class KindModel(Drafts drafts, CouncilOnDate council, CurrentViewer current) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Choose what you want")]
    public string? Kind { get; set; }

    [BindProperty]
    public Guid? MemberId { get; set; }

    [BindProperty]
    [Display(Name = "The day it reached the council")]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>An officer logs it for a member who rang or wrote.</summary>
    public bool ForSomebodyElse { get; private set; }

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    /// <summary>The draft whose kind is changed; none when it is a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "draft")]
    public Guid? DraftId { get; set; }

    public static string Heading(AskedFor group) =>
        group switch
        {
            AskedFor.Knowledge => "To know something",
            AskedFor.Work => "To have something done",
            AskedFor.Meeting => "To meet somebody, or to visit",
            _ => "About the rules",
        };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);

        // Whoever did not know what it is called was led to it.
        Kind = EnquiryKind.Find(Request.Query["Kind"])?.Key;
        if (await DraftAsync(cancellationToken) is { } draft)
        {
            (Kind, MemberId, ReceivedOn) = (draft.Kind, draft.MemberId, draft.ReceivedOn);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Kind is not null && EnquiryKind.Find(Kind) is null)
        {
            ModelState.AddModelError(nameof(Kind), "Choose what you want");
        }

        if (EnquiryKind.Find(Kind) is { IsMeeting: true } meeting)
        {
            if (!ForSomebodyElse)
            {
                return LocalRedirect(meeting == EnquiryKind.Appointment ? "/appointments/new?what=talk" : "/appointments/new");
            }

            ModelState.AddModelError(nameof(Kind), "A member asks for a meeting here in person. Log what they told you as a question");
        }

        // An officer logs it for a member; what is for officers too may be the officer's own.
        var isOwn = MemberId is null && EnquiryKind.Find(Kind) is { IsForOfficersToo: true };
        var isForSomebodyElse = ForSomebodyElse && !isOwn;
        if (isForSomebodyElse)
        {
            if (MemberId is null || Members.All(item => item.Value != MemberId.Value.ToString("D")))
            {
                ModelState.AddModelError(nameof(MemberId), "Choose the member it is for");
            }

            if (
                ReceivedOn is null
                && ModelState.GetFieldValidationState(nameof(ReceivedOn))
                    != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid
            )
            {
                ModelState.AddModelError(nameof(ReceivedOn), "Enter the day it reached the council");
            }
            else if (ReceivedOn > current.Today)
            {
                ModelState.AddModelError(nameof(ReceivedOn), "The day it reached the council must be today or in the past");
            }
            else if (ReceivedOn < current.Today.AddYears(-1))
            {
                ModelState.AddModelError(nameof(ReceivedOn), "The day it reached the council must be in the last year");
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var viewer = await current.GetAsync(cancellationToken);
        var before = await DraftAsync(cancellationToken);

        // The questions of the protocol are put again, for the kind as it now is; what was written stays.
        var answers = (before ?? new DraftAnswers()) with
        {
            Kind = Kind,
            MemberId = isForSomebodyElse ? MemberId : null,
            ReceivedOn = isForSomebodyElse ? ReceivedOn : null,
            Facts = new Dictionary<string, string>(),
            ReasonToGoOn = null,
            Authority = null,
            Right = null,
        };
        var next = answers.Kind == EnquiryKind.Instruction.Key ? "Authority" : "Rule";
        if (before is not null)
        {
            await drafts.ChangeAsync(DraftId!.Value, viewer, answers, cancellationToken);
            return RedirectToPage(next, new { draft = DraftId });
        }

        return RedirectToPage(next, new { draft = await drafts.StartAsync(viewer, answers, cancellationToken) });
    }

    private async Task<DraftAnswers?> DraftAsync(CancellationToken cancellationToken) =>
        DraftId is { } id
            ? await drafts.FindAsync(id, await current.GetAsync(cancellationToken), cancellationToken) ?? throw new NotFoundException()
            : null;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        ForSomebodyElse = AskOfficer.MayLogForAMember(viewer);
        if (ForSomebodyElse)
        {
            var members = await council
                .HeldOffices(current.Today)
                .Where(held => held.Role == "member")
                .OrderBy(held => held.PersonName)
                .ToListAsync(cancellationToken);
            Members =
            [
                .. members
                    .DistinctBy(held => held.PersonId)
                    .Select(held => new SelectListItem($"{held.PersonName}, {held.Title}", held.PersonId.ToString("D"))),
            ];
        }
    }
}
