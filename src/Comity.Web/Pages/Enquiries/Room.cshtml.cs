using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Enquiries;

public sealed class RoomModel(
    Comity.Service.Requests.Enquiries enquiries,
    RoomsForWork rooms,
    ReassignEnquiry reassign,
    SayWhetherThereIsRoom act,
    CurrentViewer current
) : WordsPageModel(enquiries, current)
{
    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public Guid? ToOfficeId { get; set; }

    public RoomForWork Room { get; private set; } = RoomForWork.NotAskedFor;

    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    protected override string Missing => "Enter what the member is told";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (Said is null || !Enum.IsDefined(typeof(RoomSaid), Said))
        {
            ModelState.AddModelError(nameof(Said), "Choose what you say");
        }

        if (ToOfficeId is { } office && Offices.All(item => item.Value != office.ToString("D")))
        {
            ModelState.AddModelError(nameof(ToOfficeId), "Choose an officer from the list");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await FinishAsync(
            () =>
                act.ExecuteAsync(
                    new SayWhetherThereIsRoomRequest(At, Enum.Parse<RoomSaid>(Said!), ToOfficeId, Words!.Trim()),
                    Viewer,
                    cancellationToken
                ),
            "You have said whether there is room for it.",
            nameof(Said),
            cancellationToken
        );
        return result is LocalRedirectResult && !await HasItStillAsync(cancellationToken) ? RedirectToPage("/Owed/WhatIOwe") : result;
    }

    protected override bool May(Standing standing) => standing.IsOwner;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        Room = await rooms.OfAsync(Matter, Today, cancellationToken);
        var candidates = Room.IsOpen ? await reassign.CandidatesAsync(Matter, Today, cancellationToken) : [];
        Offices =
        [
            .. candidates
                .OrderBy(office => office.PersonName, StringComparer.Ordinal)
                .Select(office => new SelectListItem($"{office.PersonName}, {office.Title}", office.OfficeId.ToString("D"))),
        ];
    }
}
