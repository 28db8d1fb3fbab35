using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Enquiries;

public sealed class ReassignModel(
    Comity.Service.Requests.Enquiries enquiries,
    ReassignEnquiry act,
    CouncilOnDate council,
    CurrentViewer current
) : WordsPageModel(enquiries, current)
{
    [BindProperty]
    public Guid? ToOfficeId { get; set; }

    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    protected override string Missing => "Enter why you pass it on";

    protected override bool May(Standing standing) => standing.MaySee(Parts.Notes);

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadOfficesAsync(cancellationToken);
        return await base.OnGetAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        await LoadOfficesAsync(cancellationToken);
        if (ToOfficeId is not { } office || Offices.All(item => item.Value != office.ToString("D")))
        {
            ModelState.AddModelError(nameof(ToOfficeId), "Choose who will answer");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await FinishAsync(
            () => act.ExecuteAsync(new ReassignEnquiryRequest(At, ToOfficeId!.Value, Words!.Trim()), Viewer, cancellationToken),
            "It has been passed on.",
            nameof(ToOfficeId),
            cancellationToken
        );

        // Whoever passes it on may no longer see it: that is the point of passing it on.
        return result is LocalRedirectResult ? RedirectToPage("/Owed/WhatIOwe") : result;
    }

    private async Task LoadOfficesAsync(CancellationToken cancellationToken)
    {
        var held = await council
            .HeldOffices(Today)
            .Where(office => office.ServiceAreaId != null)
            .OrderBy(office => office.PersonName)
            .ToListAsync(cancellationToken);
        Offices =
        [
            .. CouncilOnDate
                .Acting(held)
                .OrderBy(office => office.PersonName, StringComparer.Ordinal)
                .Select(office => new SelectListItem($"{office.PersonName}, {office.Title}", office.OfficeId.ToString("D"))),
        ];
    }
}
