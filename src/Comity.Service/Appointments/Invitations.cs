using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Appointments;

/// <summary>
/// The meeting of a matter as a calendar takes it in: an invitation, or its cancellation. Of a sealed matter it says when and nothing else: a calendar is not
/// behind the wall.
/// </summary>
public sealed class Invitations(ComityDb db, MatterParties parties, ContentStore contents, SiteAddress site)
{
    private static readonly CalendarPerson Nobody = new("Comity", null);

    /// <summary>Null where no time was ever agreed.</summary>
    public async Task<CalendarFile?> OfAsync(Matter matter, Appointment appointment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(appointment);
        if (appointment is not { Start: { } start, Minutes: { } minutes })
        {
            return null;
        }

        var council = await db.Councils.AsNoTracking().Select(one => one.Id).SingleAsync(cancellationToken);
        var isSealed = matter.Class == ContentClass.Sealed;
        return new CalendarFile
        {
            Uid = $"{matter.Id:N}@{council:N}",
            Sequence = appointment.Sequence,
            Stamp = appointment.ChangedAt,
            Start = start,
            Minutes = minutes,
            Summary = isSealed ? $"Meeting {matter.Reference}" : $"{matter.Subject} ({matter.Reference})",
            Place = isSealed || appointment.PlaceContentId is not { } place ? null : await contents.ReadTextAsync(place, cancellationToken),
            Description = isSealed ? null : site.For($"/enquiries/{matter.Reference}/appointment").ToString(),
            Organizer = isSealed ? Nobody : await PersonAsync(matter, MatterParties.Owner, cancellationToken),
            Attendees = isSealed ? [] : [await PersonAsync(matter, MatterParties.RaisedBy, cancellationToken)],
            IsCalledOff = appointment.State == AppointmentState.CalledOff,
        };
    }

    /// <summary>The text that goes with a notice to both; none of a sealed matter, of which an email says nothing.</summary>
    internal async Task<string?> ToSendAsync(Matter matter, Appointment appointment, CancellationToken cancellationToken) =>
        matter.Class == ContentClass.Sealed ? null : (await OfAsync(matter, appointment, cancellationToken))?.ToText();

    private async Task<CalendarPerson> PersonAsync(Matter matter, string place, CancellationToken cancellationToken)
    {
        if (await parties.InAsync(matter, place, cancellationToken) is not { } identity)
        {
            return Nobody;
        }

        var person = await db
            .People.AsNoTracking()
            .Where(one => one.Id == identity.PersonId)
            .Select(one => new { one.FullName, one.Email })
            .SingleAsync(cancellationToken);
        return new CalendarPerson(person.FullName, string.IsNullOrWhiteSpace(person.Email) ? null : person.Email);
    }
}
