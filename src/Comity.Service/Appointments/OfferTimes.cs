using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Appointments;

/// <summary>A time as the officer offers it.</summary>
public sealed record TimeToOffer(DateTime Start, int Minutes, string? Place);

/// <param name="Reason">Why, where a time had been agreed already.</param>
public sealed record OfferTimesRequest(MatterAt At, IReadOnlyList<TimeToOffer> Times, string? Reason);

/// <summary>The officer offers times; the member agrees to one of them. What had been agreed stands until then.</summary>
public sealed class OfferTimes(ComityDb db, Enquiries enquiries, ContentStore contents, Messages messages, EnquiryNotices notices)
{
    public const string MessageKind = "times-offered";

    /// <summary>The shortest and the longest of which anybody would make an appointment.</summary>
    public const int FewestMinutes = 5;
    public const int MostMinutes = 480;

    public Task<ActResult> ExecuteAsync(OfferTimesRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enquiries.ActAsync(
            request.At,
            viewer,
            standing => Meetings.IsFor(standing.Matter) && standing.IsOwner && standing.Matter.State != MatterState.Closed,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var appointment = await db.Appointments.SingleOrDefaultAsync(one => one.Id == matter.Id, cancellationToken);
                if (
                    request.Times.Count is 0 or > 3
                    || request.Times.Any(time => time.Start <= write.At || time.Minutes is < FewestMinutes or > MostMinutes)
                )
                {
                    return new(
                        "Offer one to three times that are still to come, of five minutes to eight hours.",
                        Audience.SafeguardSource
                    );
                }

                if (appointment is { State: AppointmentState.Agreed } && string.IsNullOrWhiteSpace(request.Reason))
                {
                    return new("A time has been agreed. Say why it has to change: the member is told.", Audience.SafeguardSource);
                }

                if (appointment is null)
                {
                    appointment = new Appointment { Id = matter.Id };
                    db.Add(appointment);
                }

                appointment.Round++;
                appointment.ChangedAt = write.At;
                if (appointment.State == AppointmentState.CalledOff)
                {
                    appointment.State = AppointmentState.Offered;
                }

                var lines = new List<string>();
                foreach (var time in request.Times)
                {
                    var place = string.IsNullOrWhiteSpace(time.Place)
                        ? null
                        : await contents.AddTextAsync(
                            matter.Id,
                            Parts.Content,
                            Parts.ClassOf(matter, Parts.Content),
                            time.Place.Trim(),
                            cancellationToken
                        );
                    db.Add(
                        new OfferedTime
                        {
                            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                            AppointmentId = appointment.Id,
                            Round = appointment.Round,
                            Start = time.Start,
                            Minutes = time.Minutes,
                            PlaceContentId = place?.Id,
                        }
                    );
                    lines.Add(Meetings.InWords(time.Start, time.Minutes, time.Place));
                }

                var words = string.Join('\n', string.IsNullOrWhiteSpace(request.Reason) ? lines : [request.Reason.Trim(), .. lines]);
                await messages.PostAsync(write, matter, MessageKind, Parts.Content, words, [], cancellationToken);
                write.Record(
                    "times-offered",
                    matter,
                    Parts.Content,
                    new JsonObject
                    {
                        ["round"] = appointment.Round.ToString(CultureInfo.InvariantCulture),
                        ["times"] = new JsonArray([.. lines.Select(line => (JsonNode)line)]),
                        ["reason"] = request.Reason?.Trim(),
                    }
                );
                await notices.TellMemberAsync(
                    write,
                    matter,
                    "You have been offered a time to meet. Say whether it suits you.",
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
    }
}
