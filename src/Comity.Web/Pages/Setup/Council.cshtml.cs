using Comity.Service.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Setup;

public sealed class CouncilModel(SetUpGate gate, SetUpJourneys journeys) : SetUpPage(gate, journeys)
{
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        new("Parish council", "parish"),
        new("Town council", "town"),
        new("District council", "district"),
        new("County council", "county"),
        new("Unitary council", "unitary"),
        new("Metropolitan district council", "metropolitan"),
        new("London borough council", "london-borough"),
    ];

    public static IReadOnlyList<SelectListItem> Nations { get; } =
    [new("England", "england"), new("Wales", "wales"), new("Scotland", "scotland"), new("Northern Ireland", "northern-ireland")];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Nation { get; set; }

    public override SetUpStage Stage => SetUpStage.Council;

    public void OnGet() => (Name, Kind, Nation) = (Answers.Name, Answers.Kind, Answers.Nation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(Name, nameof(Name), "Enter the council’s name", 200);
        if (Kinds.All(kind => kind.Value != Kind))
        {
            ModelState.AddModelError(nameof(Kind), "Choose what kind of council it is");
        }

        if (Nations.All(nation => nation.Value != Nation))
        {
            ModelState.AddModelError(nameof(Nation), "Choose the nation it is in");
        }

        return ModelState.IsValid
            ? await KeepAsync(Answers with { Name = Name!.Trim(), Kind = Kind, Nation = Nation }, cancellationToken)
            : Page();
    }
}
