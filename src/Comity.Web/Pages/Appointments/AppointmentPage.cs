using Comity.Service.Appointments;
using Comity.Service.Content;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Appointments;

/// <summary>A page about the meeting for which a matter is there.</summary>
public abstract class AppointmentPage(
    Comity.Service.Requests.Enquiries enquiries,
    ComityDb db,
    ContentStore contents,
    CurrentViewer current
) : WordsPageModel(enquiries, current)
{
    /// <summary>Null until a time was offered.</summary>
    public Appointment? Appointment { get; private set; }

    public string? Place { get; private set; }

    /// <summary>The times that are offered now, and wait for the member.</summary>
    public IReadOnlyList<(Guid Id, string InWords, bool IsPast)> Offered { get; private set; } = [];

    public string? Agreed => Appointment is { Start: { } start, Minutes: { } minutes } ? Meetings.InWords(start, minutes, Place) : null;

    public bool IsToCome => Appointment is { State: AppointmentState.Agreed } && Appointment.Start > Now;

    protected override string After => $"/enquiries/{Matter.Reference}/appointment";

    protected override bool May(Standing standing) => Meetings.IsFor(standing.Matter) && (standing.IsAsker || standing.IsOwner);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var id = Matter.Id;
        Appointment = await db
            .Appointments.AsNoTracking()
            .Include(one => one.Offers)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        var offers = Appointment?.Offers.Where(offer => offer.Round == Appointment.Round).OrderBy(offer => offer.Start).ToList() ?? [];
        var texts = await contents.ReadTextsAsync(
            [.. offers.Select(offer => offer.PlaceContentId).Append(Appointment?.PlaceContentId).OfType<Guid>().Distinct()],
            cancellationToken
        );
        Place = Text(Appointment?.PlaceContentId);
        Offered =
        [
            .. offers
                .Where(offer => Appointment!.State != AppointmentState.Agreed || offer.Start != Appointment.Start)
                .Select(offer => (offer.Id, Meetings.InWords(offer.Start, offer.Minutes, Text(offer.PlaceContentId)), offer.Start <= Now)),
        ];

        string? Text(Guid? content) => content is { } known && texts.TryGetValue(known, out var found) ? found.Text : null;
    }
}
