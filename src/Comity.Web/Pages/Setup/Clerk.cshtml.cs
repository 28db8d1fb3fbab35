using Comity.Service.People;
using Comity.Service.Setup;
using Comity.Service.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Setup;

/// <summary>Who keeps Comity for the council, and gets the first account.</summary>
public sealed class ClerkModel(SetUpGate gate, SetUpJourneys journeys, CouncilOnDate council, ComityDb db, TimeProvider clock)
    : SetUpPage(gate, journeys)
{
    [BindProperty]
    public string? PersonId { get; set; }

    [BindProperty]
    public string? OfficeTitle { get; set; }

    public IReadOnlyList<SelectListItem> Officers { get; private set; } = [];

    public override SetUpStage Stage => SetUpStage.Clerk;

    public void OnGet() => (PersonId, OfficeTitle) = (Answers.ClerkId?.ToString("N"), Answers.ClerkTitle);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Officers.All(officer => officer.Value != PersonId))
        {
            ModelState.AddModelError(nameof(PersonId), "Choose the officer");
        }

        Require(OfficeTitle, nameof(OfficeTitle), "Enter what the office is called in your council", 200);
        return ModelState.IsValid
            ? await KeepAsync(
                Answers with
                {
                    ClerkId = Guid.ParseExact(PersonId!, "N"),
                    ClerkTitle = OfficeTitle!.Trim(),
                },
                cancellationToken
            )
            : Page();
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var held = await council
            .HeldOffices(clock.Today())
            .Where(office => office.WardId == null && office.Role != "member")
            .Join(
                db.People.Where(person => person.Email != null && person.OutsideBody == null),
                office => office.PersonId,
                person => person.Id,
                (office, person) =>
                    new
                    {
                        person.Id,
                        person.FullName,
                        office.Title,
                    }
            )
            .ToListAsync(cancellationToken);
        Officers =
        [
            .. held.GroupBy(office => (office.Id, office.FullName))
                .OrderBy(person => person.Key.FullName, StringComparer.Ordinal)
                .Select(person => new SelectListItem(
                    $"{person.Key.FullName}, {string.Join(", ", person.Select(office => office.Title))}",
                    person.Key.Id.ToString("N")
                )),
        ];
    }
}
