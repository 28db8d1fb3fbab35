using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Concerns;

/// <summary>For whoever is asked who hears a concern with which the protocol leads to nobody.</summary>
public sealed class WhoHearsModel(ConcernMatters concerns, NameHearer act, CurrentViewer current) : ConcernPage(concerns, current)
{
    private const int MostCharacters = 200;

    /// <summary>The person and the office, as "person.office".</summary>
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override bool May(ConcernSeen seen) => seen is { IsOpen: true, SaysWhoHears: true };

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        People = HearerChoice.Of(await act.MayHearAsync(Course, Today, cancellationToken));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (HearerChoice.Read(Person) is not { } chosen || People.All(item => item.Value != Person))
        {
            ModelState.AddModelError(nameof(Person), "Choose the person who hears it");
            chosen = default;
        }

        if (string.IsNullOrWhiteSpace(Minute))
        {
            ModelState.AddModelError(nameof(Minute), "Enter the decision by which they hear it");
        }
        else if (Minute.Length > MostCharacters)
        {
            ModelState.AddModelError(nameof(Minute), "The decision must be 200 characters or fewer");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new NameHearerRequest(At, chosen.PersonId, chosen.OfficeId, Minute), Viewer, cancellationToken),
                "They have been named, and have it now.",
                nameof(Person),
                cancellationToken
            )
            : Page();
    }
}
