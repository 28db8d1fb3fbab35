using Comity.Service.People;
using Comity.Service.Setup;
using Comity.Service.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Setup;

/// <summary>The council's own officer, or another council's: then a person outside the council, with no access but what the role gives.</summary>
public sealed class MonitoringOfficerModel(SetUpGate gate, SetUpJourneys journeys, CouncilOnDate council, ComityDb db, TimeProvider clock)
    : SetUpPage(gate, journeys)
{
    public const string Own = "own";
    public const string Other = "other";

    [BindProperty]
    public string? Whose { get; set; }

    [BindProperty]
    public string? PersonId { get; set; }

    [BindProperty]
    public string? OutsideName { get; set; }

    [BindProperty]
    public string? OutsideEmail { get; set; }

    [BindProperty]
    public string? OutsideBody { get; set; }

    public IReadOnlyList<SelectListItem> Officers { get; private set; } = [];

    public override SetUpStage Stage => SetUpStage.MonitoringOfficer;

    public void OnGet()
    {
        Whose =
            Answers.MonitoringOfficerId is not null ? Own
            : Answers.OutsideName is not null ? Other
            : null;
        PersonId = Answers.MonitoringOfficerId?.ToString("N");
        (OutsideName, OutsideEmail, OutsideBody) = (Answers.OutsideName, Answers.OutsideEmail, Answers.OutsideBody);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        switch (Whose)
        {
            case Own:
                if (Officers.All(officer => officer.Value != PersonId))
                {
                    ModelState.AddModelError(nameof(PersonId), "Choose the officer");
                }

                break;
            case Other:
                Require(OutsideName, nameof(OutsideName), "Enter the Monitoring Officer’s name", 200);
                Require(OutsideBody, nameof(OutsideBody), "Enter the council whose Monitoring Officer it is", 200);
                Require(OutsideEmail, nameof(OutsideEmail), "Enter the Monitoring Officer’s email address", 254);
                if (TrimOrNull(OutsideEmail) is { } email && !EmailAddress.IsOne(email))
                {
                    ModelState.AddModelError(
                        nameof(OutsideEmail),
                        "Enter an email address in the correct format, like name@council.example"
                    );
                }

                break;
            default:
                ModelState.AddModelError(nameof(Whose), "Choose whose Monitoring Officer it is");
                break;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var own = Whose == Own;
        return await KeepAsync(
            Answers with
            {
                MonitoringOfficerId = own ? Guid.ParseExact(PersonId!, "N") : null,
                OutsideName = own ? null : TrimOrNull(OutsideName),
                OutsideEmail = own ? null : TrimOrNull(OutsideEmail),
                OutsideBody = own ? null : TrimOrNull(OutsideBody),
            },
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var held = await council
            .HeldOffices(clock.Today())
            .Where(office =>
                office.WardId == null
                && office.Role != "member"
                && !db.People.Any(person => person.Id == office.PersonId && person.OutsideBody != null)
            )
            .Select(office => new
            {
                office.PersonId,
                office.PersonName,
                office.Title,
                office.Role,
            })
            .ToListAsync(cancellationToken);
        Officers =
        [
            .. held.GroupBy(office => (office.PersonId, office.PersonName))
                .OrderBy(person => person.All(office => office.Role != "monitoring-officer"))
                .ThenBy(person => person.Key.PersonName, StringComparer.Ordinal)
                .Select(person => new SelectListItem(
                    $"{person.Key.PersonName}, {string.Join(", ", person.Select(office => office.Title))}",
                    person.Key.PersonId.ToString("N")
                )),
        ];
    }
}
