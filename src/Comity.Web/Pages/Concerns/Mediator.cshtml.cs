using Comity.Protocols.Explanations;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Concerns;

/// <summary>Whoever hears it brings somebody in who helps both sides to settle it.</summary>
public sealed class MediatorModel(ConcernMatters concerns, NameHearer names, BringInMediator act, CurrentViewer current)
    : ConcernWordsPage(concerns, current)
{
    private const string FromOutside = "outside";
    private const int LongestName = 200;

    /// <summary>Somebody of the register, or <c>outside</c>.</summary>
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Outside { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<Guidance> Says { get; private set; } = [];

    protected override string Missing => "Enter what both sides are to know";

    protected override bool May(ConcernSeen seen) =>
        seen is { IsHearer: true, Matter.State: MatterState.Acknowledged, Course.MediationUnderWay: null };

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        Says = await act.SaysAsync(Seen, Viewer, Today, cancellationToken);
        var hearing = Course.Step.Hearers.Select(hearer => hearer.PersonId).ToHashSet();
        People =
        [
            .. HearerChoice.Of((await names.MayHearAsync(Course, Today, cancellationToken)).Where(one => !hearing.Contains(one.PersonId))),
            new SelectListItem("Somebody from outside", FromOutside),
        ];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        var chosen = HearerChoice.Read(Person);
        if (People.All(item => item.Value != Person))
        {
            ModelState.AddModelError(nameof(Person), "Choose who mediates");
        }
        else if (Person == FromOutside && string.IsNullOrWhiteSpace(Outside))
        {
            ModelState.AddModelError(nameof(Outside), "Enter who it is from outside");
        }

        if (Outside?.Length > LongestName)
        {
            ModelState.AddModelError(nameof(Outside), $"Who it is must be {LongestName} characters or fewer");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () =>
                    act.ExecuteAsync(
                        new BringInMediatorRequest(At, chosen?.PersonId, chosen?.OfficeId, chosen is null ? Outside : null, Words!.Trim()),
                        Viewer,
                        cancellationToken
                    ),
                "Both sides have been told who mediates.",
                nameof(Person),
                cancellationToken
            )
            : Page();
    }
}
