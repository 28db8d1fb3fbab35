using System.ComponentModel.DataAnnotations;
using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Information;

/// <summary>Whether a request counts under an access law as well, and what happens to that law's own time.</summary>
public sealed class ByLawModel(
    Comity.Service.Requests.Enquiries enquiries,
    CountUnderAct count,
    MoveStatutoryClock move,
    DutyClocks clocks,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    private const int MostCharacters = 4_000;

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Law { get; set; }

    [BindProperty]
    public string? Move { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    [Display(Name = "The later day")]
    public DateOnly? Until { get; set; }

    /// <summary>What is owed by law; null while it counts under none.</summary>
    public Duty? Duty { get; private set; }

    /// <summary>How that came about.</summary>
    public DueDerivation? Derived { get; private set; }

    public IReadOnlyList<SelectListItem> Laws { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Moves { get; private set; } = [];

    /// <summary>What the protocol and the law say of asking under the Act.</summary>
    public ProtocolSays Says { get; private set; } = ProtocolSays.Nothing;

    /// <summary>Whether the law stops its time for a fee.</summary>
    public bool HasFees { get; private set; }

    public bool MayCount => Duty is null && Laws.Count > 0;

    protected override string After => $"/enquiries/{Matter.Reference}/information/by-law";

    protected override bool May(Standing standing) => (standing.IsOwner || standing.IsAsker) && InformationItems.IsAskedIn(standing.Matter);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var isRunning = Matter.State is MatterState.Open or MatterState.Acknowledged;
        var laws = await count.LawsAsync(Matter.ReceivedOn, Today, cancellationToken);
        Laws = isRunning ? [.. laws.Select(law => new SelectListItem(law.Name, law.Key))] : [];
        Duty = Standing.Duties.FirstOrDefault(duty => duty is { Kind: StatutoryClock.Duty, State: DutyState.Owed });
        if (laws.Count > 0)
        {
            var law = Duty is null ? laws[0].Key : StatutoryClock.LawOf(Duty.Source) ?? laws[0].Key;
            Says = ProtocolSays.Of((await count.SaysAsync(law, Matter.ReceivedOn, Today, cancellationToken)).Decision);
        }

        if (Duty is null)
        {
            return;
        }

        var counted = await clocks.CountAsync(Duty, Today, cancellationToken);
        Derived = counted.Restore(Duty.Ledger).Derive();
        HasFees = FeesNotice.IsGivenBy(counted.Regime);
        var waits = Derived.State == LedgerState.AwaitingInformation;
        var isPaused = Derived.State == LedgerState.Paused;
        Moves = Standing switch
        {
            { IsAsker: true } when waits => [new SelectListItem("I say what is meant", nameof(StatutoryMove.Clarify))],
            { IsOwner: true } when !waits && !isPaused =>
            [
                new SelectListItem(
                    "Ask the member what is meant: the time begins again when the answer comes",
                    nameof(StatutoryMove.AskToClarify)
                ),
                .. counted
                    .Regime.Allowances.Where(allowance => allowance.Kind == AllowanceKind.Extension)
                    .Select(allowance => new SelectListItem(
                        $"More time ({allowance.Ground.Replace('-', ' ')}, {allowance.Source})",
                        nameof(StatutoryMove.MoreTime)
                    )),
            ],
            _ => [],
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Do == "move" ? await MoveAsync(cancellationToken) : await CountAsync(cancellationToken);
    }

    private async Task<IActionResult> CountAsync(CancellationToken cancellationToken)
    {
        if (Laws.All(law => law.Value != Law))
        {
            ModelState.AddModelError(MayCount ? nameof(Law) : nameof(Version), "Choose under which law");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => count.ExecuteAsync(new CountUnderActRequest(At, Law!), Viewer, cancellationToken),
                "It counts under that law, too.",
                nameof(Law),
                cancellationToken
            )
            : Page();
    }

    private async Task<IActionResult> MoveAsync(CancellationToken cancellationToken)
    {
        if (Moves.All(offered => offered.Value != Move) || !Enum.TryParse<StatutoryMove>(Move, out var chosen))
        {
            ModelState.AddModelError(nameof(Move), "Choose what happens");
            return Page();
        }

        var words = Words?.Trim() ?? "";
        if (words.Length is 0 or > MostCharacters)
        {
            ModelState.AddModelError(nameof(Words), words.Length == 0 ? "Enter your words" : "Use 4,000 characters or fewer");
        }

        if (chosen == StatutoryMove.MoreTime && Until is null && ModelState[nameof(Until)]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError(nameof(Until), "Enter the later day");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => move.ExecuteAsync(new MoveStatutoryClockRequest(At, chosen, words, Until), Viewer, cancellationToken),
                "It is done, and the other side has been told.",
                chosen == StatutoryMove.MoreTime ? nameof(Until) : nameof(Move),
                cancellationToken
            )
            : Page();
    }
}
