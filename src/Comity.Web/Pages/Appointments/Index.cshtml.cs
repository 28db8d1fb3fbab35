using Comity.Service.Appointments;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Appointments;

/// <summary>The meeting as it stands: what is offered, what is agreed. The member agrees to a time here.</summary>
public sealed class IndexModel(
    Comity.Service.Requests.Enquiries enquiries,
    ComityDb db,
    ContentStore contents,
    AgreeTime agree,
    CurrentViewer current
) : AppointmentPage(enquiries, db, contents, current)
{
    [BindProperty]
    public Guid? OfferId { get; set; }

    public bool MayAgree => Standing.IsAsker && Matter.State != MatterState.Closed && Offered.Any(offer => !offer.IsPast);

    protected override string Missing => "";

    protected override bool WordsAreOptional => true;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (!Standing.IsAsker)
        {
            throw new NotFoundException();
        }

        if (OfferId is not { } offer)
        {
            ModelState.AddModelError(nameof(OfferId), "Choose one of the times");
            return Page();
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => agree.ExecuteAsync(new AgreeTimeRequest(At, offer), Viewer, cancellationToken),
                "It is agreed, and the officer has been told.",
                nameof(OfferId),
                cancellationToken
            )
            : Page();
    }
}
