using System.Text;
using Comity.Service.Appointments;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Appointments;

/// <summary>The meeting for a calendar, to be saved.</summary>
public sealed class CalendarModel(
    Comity.Service.Requests.Enquiries enquiries,
    ComityDb db,
    ContentStore contents,
    Invitations invitations,
    ReadLog reads,
    CurrentViewer current
) : AppointmentPage(enquiries, db, contents, current)
{
    protected override string Missing => "";

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Appointment is null || await invitations.OfAsync(Matter, Appointment, cancellationToken) is not { } file)
        {
            throw new NotFoundException();
        }

        if (Matter.Class == ContentClass.Sealed)
        {
            await reads.NoteAsync(Matter, Parts.Content, Viewer, cancellationToken);
        }

        var method = file.IsCalledOff ? "CANCEL" : "REQUEST";
        return File(Encoding.UTF8.GetBytes(file.ToText()), $"text/calendar; charset=utf-8; method={method}", $"{Matter.Reference}.ics");
    }
}
