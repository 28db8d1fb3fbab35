using System.ComponentModel.DataAnnotations;
using Comity.Service.Advising;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Advising;

/// <summary>The author of advice puts on record that somebody pressed for it to be different.</summary>
public sealed class PressedModel(
    Comity.Service.Requests.Enquiries enquiries,
    AdviceInMatter inMatter,
    ReportPressure report,
    CouncilOnDate council,
    CurrentViewer current
) : AdvicePage(enquiries, inMatter, current)
{
    [BindProperty]
    public Guid? Who { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter the day on which it happened")]
    [Display(Name = "The day on which it happened")]
    public DateOnly? On { get; set; }

    public IReadOnlyList<SelectListItem> Ways { get; } = Choices(PressedBy.Reported);
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    protected override string Missing => "Enter what was said or done, as near to the words as you can";

    protected override bool May(Standing standing) => AdviceInMatter.IsAdviser(standing, Viewer) && standing.MaySee(Parts.Notes);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        if (Advice is null || !InMatter.IsAuthor(Advice, Matter, Viewer))
        {
            throw new NotFoundException();
        }

        Members =
        [
            .. (await council.RegisterAsync(Today, cancellationToken))
                .MembersOn(Today)
                .Select(held => new SelectListItem($"{held.PersonName}, {held.Title}", $"{held.PersonId:D}")),
        ];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        var way = PressedBy.Find(PressedBy.Reported, Way);
        if (Members.All(member => member.Value != $"{Who:D}"))
        {
            ModelState.AddModelError(nameof(Who), "Choose a member from the list");
        }

        if (way is null)
        {
            ModelState.AddModelError(nameof(Way), "Choose what happened");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () =>
                    report.ExecuteAsync(
                        new ReportPressureRequest(At, Advice!.Number, Who!.Value, way!, On!.Value, Words!),
                        Viewer,
                        cancellationToken
                    ),
                "It is on record.",
                nameof(On),
                cancellationToken
            )
            : Page();
    }
}
