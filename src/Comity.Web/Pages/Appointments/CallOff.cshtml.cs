using Comity.Service.Appointments;
using Comity.Service.Content;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Appointments;

/// <summary>Either side calls the agreed time off, with the reason.</summary>
public sealed class CallOffModel(
    Comity.Service.Requests.Enquiries enquiries,
    ComityDb db,
    ContentStore contents,
    CallOff callOff,
    CurrentViewer current
) : AppointmentPage(enquiries, db, contents, current)
{
    protected override string Missing => "Enter why: the other side is told";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => callOff.ExecuteAsync(new CallOffRequest(At, Words!.Trim()), Viewer, cancellationToken),
                "It is called off, and the other side has been told.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
