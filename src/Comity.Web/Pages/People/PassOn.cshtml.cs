using System.Globalization;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.People;

/// <summary>What lies with an office, and where it is to go. Whoever may pass on none of it sees none.</summary>
public sealed class PassOnModel(PassOnSeveral act, CouncilNow council, CurrentViewer current) : PageModel
{
    private const int MostInReason = 1_000;

    [FromRoute(Name = "office")]
    public Guid OfficeId { get; set; }

    /// <summary>Reference and version of each that is to go: "WXQ4-7F2M-K9 3".</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public Guid? ToOfficeId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public string Title { get; private set; } = "";

    public bool IsVacant { get; private set; }

    public IReadOnlyList<PassOnSeveral.Lying> Lying { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    /// <summary>What became of each; empty until something was passed on.</summary>
    public IReadOnlyList<PassOnSeveral.Outcome> Outcomes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var chosen = Chosen.Select(Read).OfType<MatterAt>().ToList();
        if (chosen.Count == 0 || chosen.Count != Chosen.Count)
        {
            ModelState.AddModelError(nameof(Chosen), "Choose what is to be passed on");
        }

        if (ToOfficeId is not { } to || Offices.All(office => office.Value != to.ToString("D")))
        {
            ModelState.AddModelError(nameof(ToOfficeId), "Choose who will answer");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Enter why it is passed on");
        }
        else if (Reason.Length > MostInReason)
        {
            ModelState.AddModelError(nameof(Reason), "The reason must be 1,000 characters or fewer");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var viewer = await current.GetAsync(cancellationToken);
        Outcomes = await act.ExecuteAsync(
            new PassOnSeveralRequest(OfficeId, chosen, ToOfficeId!.Value, Reason!.Trim()),
            viewer,
            cancellationToken
        );
        ModelState.Clear();
        (Chosen, ToOfficeId, Reason) = ([], null, null);
        Lying = await act.LyingWithAsync(OfficeId, viewer, current.Now, cancellationToken);
        return Page();
    }

    private static MatterAt? Read(string chosen) =>
        chosen.Split(' ') is [var reference, var version]
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new MatterAt(reference, number)
            : null;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        var register = (await council.GetAsync(cancellationToken)).Register;
        if (viewer.Roles.All(role => role == "member") || register.TitleOf(OfficeId) is not { } title)
        {
            throw new NotFoundException();
        }

        Title = title;
        IsVacant = !register.HeldIn(OfficeId, current.Today).Any();
        Lying = await act.LyingWithAsync(OfficeId, viewer, current.Now, cancellationToken);
        Offices =
        [
            .. CouncilOnDate
                .Acting([.. register.AllHeld(current.Today)])
                .Where(held => held.WardId is null && held.OfficeId != OfficeId)
                .OrderBy(held => held.PersonName, StringComparer.Ordinal)
                .Select(held => new SelectListItem($"{held.PersonName}, {held.Title}", held.OfficeId.ToString("D"))),
        ];
    }
}
