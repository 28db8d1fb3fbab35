using Comity.Service.Arrangements;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Setup;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Arrangements;

/// <summary>If one may not hear it, another does: the council's own arrangement.</summary>
public sealed class StateSubstituteModel(CurrentViewer current, RegisterChoices choices, Library library, StateSubstitute state)
    : DatedRegisterPage(current)
{
    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public Guid? ServiceAreaId { get; set; }

    [BindProperty]
    public Guid? OfficeId { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        var request = new StateSubstituteRequest(
            Role,
            ServiceAreaId,
            OfficeId,
            Minute,
            From,
            Until,
            Roles.Select(role => role.Value).ToHashSet()
        );
        return await FinishAsync(
            () => state.ExecuteAsync(viewer, request, cancellationToken),
            "It has been stated",
            _ => "/arrangements/substitutes",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(Today, cancellationToken);
        Roles =
        [
            .. SetUpQuestions
                .RoutedTo(read.Vocabulary, read.File)
                .Select(role => new SelectListItem($"{role.Label} ({role.Norm})", role.Duty)),
        ];
        Services = await choices.ServicesAsync(Today, cancellationToken);
        Offices = await choices.OfficesAsync(Today, withSeats: true, cancellationToken);
    }
}
