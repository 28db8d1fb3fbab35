using System.ComponentModel.DataAnnotations;
using Comity.Protocols.Calendars;
using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Dates;

/// <summary>
/// By when something would be due, if it came on a day: counted by the same rules, arrangements and calendars as what is really owed. Nothing is kept;
/// what was asked stands in the address.
/// </summary>
public sealed class IndexModel(EnquiryRules rules, DutyClocks clocks, Library library, CouncilNow now) : PageModel
{
    private const string OwnNumber = "number";
    private const string Nobody = "nobody";

    private static readonly string[] Ways = ["working days after", "days after", "clear days before"];

    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "The day from which it counts")]
    public DateOnly? Received { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "The day on which something was asked back")]
    public DateOnly? Asked { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "The day on which the answer to that came")]
    public DateOnly? Answered { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Count { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Way { get; set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> WayChoices { get; } = [.. Ways.Select(way => new SelectListItem(way, way))];

    /// <summary>What it comes to; null while nothing was asked, or what was asked makes no sense.</summary>
    public DueDerivation? Derived { get; private set; }

    /// <summary>By what it was counted.</summary>
    public Regime? Regime { get; private set; }

    /// <summary>Whether the council itself settled the number, where its protocol gives none.</summary>
    public bool IsCouncilsChoice { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var nation = Nations.FromKey((await now.GetAsync(cancellationToken)).Nation ?? "") ?? Nation.EnglandAndWales;
        var statutes = StatutesOf(nation);
        Choices =
        [
            .. EnquiryKind.All.Select(kind => new SelectListItem($"An answer to a member’s {kind.Noun}, by the protocol", kind.Key)),
            .. statutes.Select(regime => new SelectListItem($"An answer by {regime.Name}", regime.Key)),
            new SelectListItem("A number of days of my own", OwnNumber),
        ];
        if (!Request.Query.ContainsKey(nameof(What)))
        {
            return Page();
        }

        Check();
        if (ModelState.IsValid && await CountedByAsync(statutes, nation, cancellationToken) is { } counted)
        {
            Derive(counted);
        }

        return ModelState.IsValid ? Page() : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    private void Check()
    {
        if (Choices.All(choice => choice.Value != What))
        {
            ModelState.AddModelError(nameof(What), "Choose what is to be counted");
        }

        if (Received is null && IsUntouched(nameof(Received)))
        {
            ModelState.AddModelError(nameof(Received), "Enter the day from which it counts");
        }

        if (Answered is not null && Asked is null && IsUntouched(nameof(Asked)))
        {
            ModelState.AddModelError(nameof(Asked), "Enter the day on which something was asked back");
        }

        if (What == OwnNumber && (Clock.TryParse($"{Count?.Trim()} {Way}") is null || !Ways.Contains(Way)))
        {
            ModelState.AddModelError(nameof(Count), "Enter how many days as a whole number, 1 or more, and choose how they count");
        }
    }

    private bool IsUntouched(string field) => ModelState[field]?.Errors.Count is null or 0;

    private async Task<CountedBy?> CountedByAsync(StatutoryRegime[] statutes, Nation nation, CancellationToken cancellationToken)
    {
        var received = Received!.Value;
        var read = await library.OnAsync(received, cancellationToken);
        if (EnquiryKind.Find(What) is { } kind)
        {
            var owed = await rules.WouldBeOwedAsync(kind, received, cancellationToken);
            IsCouncilsChoice = owed.Says.IsSilent;
            return owed.Owed[0].CountedBy;
        }

        if (Array.Find(statutes, regime => regime.Key == What) is { } statute)
        {
            return new CountedBy(statute, read.Holidays, Closures: null);
        }

        // The council's own working days, its closure days left out as they are for what it owes.
        return await clocks.CountAsync(
            read,
            Audience.SafeguardSource,
            Clock.TryParse($"{Count!.Trim()} {Way}")!,
            received,
            cancellationToken
        );
    }

    private void Derive(CountedBy counted)
    {
        var ledger = counted.Open(Received!.Value, "It came.", Nobody);
        foreach (var (line, field) in Lines(counted.Regime))
        {
            if (ledger.Add(line) is LedgerAccepted accepted)
            {
                ledger = accepted.Ledger;
            }
            else if (ledger.Add(line) is LedgerRefused refused)
            {
                ModelState.AddModelError(field, refused.Reason);
                return;
            }
        }

        (Derived, Regime) = (ledger.Derive(), counted.Regime);
    }

    /// <summary>What happened to the clock in between, as its own regime knows it: one begins again where another waits.</summary>
    private IEnumerable<(LedgerEntry Line, string Field)> Lines(Regime regime)
    {
        if (Asked is not { } asked)
        {
            yield break;
        }

        var restarts = regime.Allowances.FirstOrDefault(allowance => allowance.Kind == AllowanceKind.Restart);
        yield return restarts is null
            ? (new Paused(asked, CountedBy.WaitingForMember, "something was asked back", Nobody), nameof(Asked))
            : (new InformationAsked(asked, restarts.Ground, "something was asked back", Nobody), nameof(Asked));
        if (Answered is { } answered)
        {
            yield return restarts is null
                ? (new Resumed(answered, "the answer came", Nobody), nameof(Answered))
                : (new Restarted(answered, "the answer came", Nobody), nameof(Answered));
        }
    }

    private static StatutoryRegime[] StatutesOf(Nation nation) =>
        nation == Nation.Scotland
            ? [StatutoryRegime.Foisa, StatutoryRegime.FoisaReview]
            : [StatutoryRegime.Foia, StatutoryRegime.Eir, StatutoryRegime.EirReview];
}
