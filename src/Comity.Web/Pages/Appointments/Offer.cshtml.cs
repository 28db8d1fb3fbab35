using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Comity.Service.Appointments;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Appointments;

/// <summary>The officer offers up to three times on as many days.</summary>
public sealed class OfferModel(
    Comity.Service.Requests.Enquiries enquiries,
    ComityDb db,
    ContentStore contents,
    OfferTimes offer,
    CurrentViewer current
) : AppointmentPage(enquiries, db, contents, current)
{
    [BindProperty]
    [Display(Name = "The first day")]
    public DateOnly? FirstDay { get; set; }

    [BindProperty]
    public string? FirstTime { get; set; }

    [BindProperty]
    [Display(Name = "The second day")]
    public DateOnly? SecondDay { get; set; }

    [BindProperty]
    public string? SecondTime { get; set; }

    [BindProperty]
    [Display(Name = "The third day")]
    public DateOnly? ThirdDay { get; set; }

    [BindProperty]
    public string? ThirdTime { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    [StringLength(200, ErrorMessage = "Where must be 200 characters or fewer")]
    public string? Where { get; set; }

    public bool NeedsReason => Appointment is { State: AppointmentState.Agreed };

    protected override string Missing => "A time has been agreed. Enter why it has to change: the member is told";

    protected override bool WordsAreOptional => !NeedsReason;

    protected override bool May(Standing standing) => base.May(standing) && standing.IsOwner && standing.Matter.State != MatterState.Closed;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (
            !int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || minutes is < OfferTimes.FewestMinutes or > OfferTimes.MostMinutes
        )
        {
            ModelState.AddModelError(nameof(Minutes), "Enter how many minutes, as a whole number from 5 to 480");
        }

        List<TimeToOffer> times = [];
        Add(nameof(FirstDay), FirstDay, nameof(FirstTime), FirstTime, isNeeded: true);
        Add(nameof(SecondDay), SecondDay, nameof(SecondTime), SecondTime, isNeeded: false);
        Add(nameof(ThirdDay), ThirdDay, nameof(ThirdTime), ThirdTime, isNeeded: false);
        return ModelState.IsValid
            ? await FinishAsync(
                () => offer.ExecuteAsync(new OfferTimesRequest(At, times, Words), Viewer, cancellationToken),
                "The member has been told.",
                nameof(FirstDay),
                cancellationToken
            )
            : Page();

        void Add(string dayField, DateOnly? day, string timeField, string? typed, bool isNeeded)
        {
            var isTime = TimeOfDay.TryRead(typed, out var time);
            if (!isTime || (day is not null && time is null))
            {
                ModelState.AddModelError(timeField, TimeOfDay.Refusal);
            }
            else if (day is null && (isNeeded || time is not null) && ModelState[dayField]?.Errors.Count is null or 0)
            {
                ModelState.AddModelError(dayField, "Enter the day");
            }
            else if (day is { } on && time is { } at)
            {
                if (LondonTime.ToUtc(on, at) is not { } start)
                {
                    ModelState.AddModelError(timeField, "There is no such time on that day: the clocks go forward");
                }
                else if (start <= Now)
                {
                    ModelState.AddModelError(dayField, "The time must be still to come");
                }
                else
                {
                    times.Add(new TimeToOffer(start, minutes, Where));
                }
            }
        }
    }
}
