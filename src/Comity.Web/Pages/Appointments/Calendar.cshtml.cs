using System.Text;
using Comity.Service.Appointments;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Appointments;

/// <summary>
/// The meeting for a calendar: an invitation, or its cancellation. Of a sealed matter it says when and nothing else: a calendar is not behind the wall.
/// </summary>
public sealed class CalendarModel(
    Comity.Service.Requests.Enquiries enquiries,
    ComityDb db,
    ContentStore contents,
    MatterParties parties,
    ReadLog reads,
    ThisCouncil council,
    CurrentViewer current
) : AppointmentPage(enquiries, db, contents, current)
{
    private static readonly CalendarPerson Nobody = new("Comity", null);

    protected override string Missing => "";

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Appointment is not { Start: { } start, Minutes: { } minutes })
        {
            throw new NotFoundException();
        }

        var isSealed = Matter.Class == ContentClass.Sealed;
        if (isSealed)
        {
            await reads.NoteAsync(Matter, Parts.Content, Viewer, cancellationToken);
        }

        var file = new CalendarFile
        {
            Uid = $"{Matter.Id:N}@{council.Id:N}",
            Sequence = Appointment.Sequence,
            Stamp = Appointment.ChangedAt,
            Start = start,
            Minutes = minutes,
            Summary = isSealed ? $"Meeting {Matter.Reference}" : $"{Matter.Subject} ({Matter.Reference})",
            Place = isSealed ? null : Place,
            Description = isSealed ? null : $"{Request.Scheme}://{Request.Host}/enquiries/{Matter.Reference}/appointment",
            Organizer = isSealed ? Nobody : await PersonAsync(MatterParties.Owner, cancellationToken),
            Attendees = isSealed ? [] : [await PersonAsync(MatterParties.RaisedBy, cancellationToken)],
            IsCalledOff = Appointment.State == AppointmentState.CalledOff,
        };
        var method = file.IsCalledOff ? "CANCEL" : "REQUEST";
        return File(Encoding.UTF8.GetBytes(file.ToText()), $"text/calendar; charset=utf-8; method={method}", $"{Matter.Reference}.ics");
    }

    private async Task<CalendarPerson> PersonAsync(string place, CancellationToken cancellationToken)
    {
        if (await parties.InAsync(Standing.Parties, place, cancellationToken) is not { } identity)
        {
            return Nobody;
        }

        var person = await Db
            .People.AsNoTracking()
            .Where(one => one.Id == identity.PersonId)
            .Select(one => new { one.FullName, one.Email })
            .SingleAsync(cancellationToken);
        return new CalendarPerson(person.FullName, string.IsNullOrWhiteSpace(person.Email) ? null : person.Email);
    }
}
