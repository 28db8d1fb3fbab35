using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

/// <summary>A fee under an access law: the officer gives notice of it and puts the payment on record; the member sees by when it is to be paid.</summary>
public sealed class FeesModel(
    Comity.Service.Requests.Enquiries enquiries,
    GiveFeesNotice give,
    RecordFeePaid paid,
    DutyClocks clocks,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    private const int MostCharacters = 2_000;

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Pounds { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    [Display(Name = "The day of the payment")]
    public DateOnly? PaidOn { get; set; }

    /// <summary>Why there can be no fee; null where there can.</summary>
    public string? Why { get; private set; }

    /// <summary>When notice was given of the fee that is waited for; null where none is.</summary>
    public DateOnly? Given { get; private set; }

    public string Law { get; private set; } = "";

    public string SourceOfLapse { get; private set; } = "";

    protected override string After => $"/enquiries/{Matter.Reference}/information/fees";

    protected override bool May(Standing standing) => (standing.IsOwner || standing.IsAsker) && InformationItems.IsAskedIn(standing.Matter);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        if (Standing.Duties.FirstOrDefault(duty => duty is { Kind: StatutoryClock.Duty, State: DutyState.Owed }) is not { } duty)
        {
            Why = "Nothing is owed under an access law here, so there is no fee under one.";
            return;
        }

        var regime = (await clocks.CountAsync(duty, Today, cancellationToken)).Regime;
        (Law, SourceOfLapse, Given) = (regime.Name, FeesNotice.SourceOfLapse(regime), FeesNotice.WaitsSince(duty));
        if (!FeesNotice.IsGivenBy(regime))
        {
            Why = $"No time stands still for a fee under {regime.Name} here: what it says of charges is not in these texts.";
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Do == "paid" ? await PaidAsync(cancellationToken) : await GiveAsync(cancellationToken);
    }

    private async Task<IActionResult> GiveAsync(CancellationToken cancellationToken)
    {
        if (
            !decimal.TryParse(Pounds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds)
            || pounds is <= 0 or > GiveFeesNotice.MostPounds
            || decimal.Round(pounds, 2) != pounds
        )
        {
            ModelState.AddModelError(nameof(Pounds), "Enter the fee in pounds, for example 12.50");
        }

        var words = Words?.Trim() ?? "";
        if (words.Length is 0 or > MostCharacters)
        {
            ModelState.AddModelError(
                nameof(Words),
                words.Length == 0 ? "Enter what the fee is for and how it is paid" : "Use 2,000 characters or fewer"
            );
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => give.ExecuteAsync(new GiveFeesNoticeRequest(At, pounds, words), Viewer, cancellationToken),
                "The member has been told of the fee. The law’s time stands still until it is paid.",
                nameof(Pounds),
                cancellationToken
            )
            : Page();
    }

    private async Task<IActionResult> PaidAsync(CancellationToken cancellationToken)
    {
        if (PaidOn is null && ModelState[nameof(PaidOn)]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError(nameof(PaidOn), "Enter the day on which the fee was received");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => paid.ExecuteAsync(new RecordFeePaidRequest(At, PaidOn!.Value), Viewer, cancellationToken),
                "The payment is on record. The law’s time goes on.",
                nameof(PaidOn),
                cancellationToken
            )
            : Page();
    }
}
