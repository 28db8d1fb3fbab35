using System.ComponentModel.DataAnnotations;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Comity.Web.Pages.Concerns;

public sealed class ConsultedModel(ConcernMatters concerns, RecordConsultation act, CurrentViewer current)
    : ConcernWordsPage(concerns, current)
{
    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    [Display(Name = "When")]
    public DateOnly? On { get; set; }

    protected override string Missing => "Enter what they said";

    protected override bool May(ConcernSeen seen) => seen is { IsHearer: true, Matter.State: MatterState.Acknowledged };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (RecordConsultation.All.All(one => one.Fact != Who))
        {
            ModelState.AddModelError(nameof(Who), "Choose who was consulted");
        }

        if (On is null && ModelState.GetFieldValidationState(nameof(On)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(On), "Enter the day on which they were consulted");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new RecordConsultationRequest(At, Who, On, Words!.Trim()), Viewer, cancellationToken),
                "It is on record.",
                nameof(On),
                cancellationToken
            )
            : Page();
    }
}
