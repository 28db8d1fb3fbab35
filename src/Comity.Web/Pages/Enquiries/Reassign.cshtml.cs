using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Enquiries;

public sealed class ReassignModel(Comity.Service.Requests.Enquiries enquiries, ReassignEnquiry act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    [BindProperty]
    public Guid? ToOfficeId { get; set; }

    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    protected override string Missing => "Enter why you pass it on";

    protected override bool May(Standing standing) => standing.MaySee(Parts.Notes);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
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

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var candidates = await act.CandidatesAsync(Matter, Today, cancellationToken);
        Offices =
        [
            .. candidates
                .OrderBy(office => office.PersonName, StringComparer.Ordinal)
                .Select(office => new SelectListItem($"{office.PersonName}, {office.Title}", office.OfficeId.ToString("D"))),
        ];
    }
}
