using Comity.Service.Concerns;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>It was not settled at this step: where it goes, shown before it goes there.</summary>
public sealed class NextStepModel(ConcernMatters concerns, MoveConcernOn act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    [BindProperty]
    public string? Door { get; set; }

    [BindProperty]
    public bool Formal { get; set; }

    [BindProperty]
    public string? Law { get; set; }

    public ConcernAnswer Answer { get; private set; } = null!;

    public IReadOnlyList<ConcernDoor> Doors => [.. Answer.Doors.Where(door => !door.IsTalk)];

    /// <summary>It becomes formal with the step whatever is chosen.</summary>
    public bool IsFormalAnyway => Doors.Count > 0 && Doors.All(MoveConcernOn.IsFormal);

    /// <summary>Whoever hears it makes it formal without the consent of whoever raised it.</summary>
    public bool NeedsLaw => !Seen.IsRaiser && !Course.IsFormal && !Course.HasConsent(ConcernConsent.Formal);

    protected override string Missing => "Enter why it was not settled";

    protected override bool May(ConcernSeen seen) => seen.IsOpen && (seen.IsHearer || seen.IsRaiser) && !seen.Course.Step.SaysWhoHears;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        Answer = await act.AfterAsync(Course, Today, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        Door ??= Doors is [var only] ? only.Key : null;
        if (Doors.All(door => door.Key != Door))
        {
            ModelState.AddModelError(nameof(Door), "Choose where it goes");
        }

        if ((Formal || IsFormalAnyway) && NeedsLaw)
        {
            CheckLength(nameof(Law), Law, "Enter which law demands it: whoever raised it has not agreed that it becomes formal");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new MoveConcernOnRequest(At, Words!.Trim(), Door, Formal, Law?.Trim()), Viewer, cancellationToken),
                "It has gone on to the next step.",
                nameof(Door),
                cancellationToken
            )
            : Page();
    }
}
