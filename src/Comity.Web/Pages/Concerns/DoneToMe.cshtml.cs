using System.ComponentModel.DataAnnotations;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Watch;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Concerns;

/// <summary>Whoever raised a concern says what was done to them because of it, also after it has ended.</summary>
public sealed class DoneToMeModel(
    ConcernMatters concerns,
    ReportLaterAct act,
    CouncilOnDate council,
    RegisterChoices choices,
    CurrentViewer current
) : ConcernWordsPage(concerns, current)
{
    /// <summary>The choice of whoever does not know, or will not say, who it was.</summary>
    public const string NotSaid = "not-said";

    private CouncilRegister _register = null!;

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    [Display(Name = "The day")]
    public DateOnly? On { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>What they have said before; of what the record shows they learn nothing here, for it may be a concern about them.</summary>
    public IReadOnlyList<LaterAct> SaidBefore => [.. Course.LaterActs.Where(one => one.IsReported)];

    protected override string Missing => "Enter what was done";

    protected override string After => $"{Here}/done-to-me";

    protected override bool May(ConcernSeen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return seen.IsRaiser;
    }

    public string Who(LaterAct said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.By is { } person ? _register.NameOf(person) ?? "Somebody who has left" : "You did not say by whom";
    }

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        _register = await council.RegisterAsync(Today, cancellationToken);
        var about = Course.About.ToString();
        var all = await choices.PeopleAsync(Today, cancellationToken);
        People =
        [
            .. all.Where(item => item.Value == about),
            .. all.Where(item => item.Value != about && item.Value != Viewer.PersonId.ToString()),
            new SelectListItem("I do not know, or will not say", NotSaid),
        ];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = await CheckAsync(cancellationToken);
        if (People.All(item => item.Value != By))
        {
            ModelState.AddModelError(nameof(By), "Choose who did it");
        }

        if (On is null && ModelState.GetFieldValidationState(nameof(On)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(On), "Enter the day on which it was done");
        }
        else if (On > Today)
        {
            ModelState.AddModelError(nameof(On), "The day must be today or earlier");
        }

        Guid? by = Guid.TryParse(By, out var person) ? person : null;
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new ReportLaterActRequest(At, by, On!.Value, Words!.Trim(), files), Viewer, cancellationToken),
                "It has been passed on.",
                nameof(By),
                cancellationToken
            )
            : Page();
    }
}
