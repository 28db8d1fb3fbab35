using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Appointments;

/// <param name="OfferId">One of the times that are offered now.</param>
public sealed record AgreeTimeRequest(MatterAt At, Guid OfferId);

/// <summary>The member agrees to a time that was offered. That answers the wish to meet; both can take it into their calendars.</summary>
public sealed class AgreeTime(
    ComityDb db,
    Enquiries enquiries,
    AnswerGiven given,
    ContentStore contents,
    Messages messages,
    Invitations invitations,
    EnquiryNotices notices
)
{
    public const string MessageKind = "time-agreed";

    public Task<ActResult> ExecuteAsync(AgreeTimeRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enquiries.ActAsync(
            request.At,
            viewer,
            standing => Meetings.IsFor(standing.Matter) && standing.IsAsker && standing.Matter.State != MatterState.Closed,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var appointment = await db
                    .Appointments.Include(one => one.Offers)
                    .SingleOrDefaultAsync(one => one.Id == matter.Id, cancellationToken);
                if (
                    appointment?.Offers.FirstOrDefault(offer => offer.Id == request.OfferId && offer.Round == appointment.Round)
                    is not { } offer
                )
                {
                    return new("Choose one of the times that are offered now.", Audience.SafeguardSource);
                }

                if (offer.Start <= write.At)
                {
                    return new("That time has passed. Ask for another.", Audience.SafeguardSource);
                }

                if (appointment.Start is not null)
                {
                    appointment.Sequence++;
                }

                (appointment.State, appointment.Start, appointment.Minutes) = (AppointmentState.Agreed, offer.Start, offer.Minutes);
                (appointment.PlaceContentId, appointment.ChangedAt) = (offer.PlaceContentId, write.At);
                var place = offer.PlaceContentId is { } id ? await contents.ReadTextAsync(id, cancellationToken) : null;
                var words = Meetings.InWords(offer.Start, offer.Minutes, place);
                await messages.PostAsync(write, matter, MessageKind, Parts.Content, words, [], cancellationToken);
                write.Record(
                    "time-agreed",
                    matter,
                    Parts.Content,
                    new JsonObject { ["when"] = words, ["sequence"] = appointment.Sequence }
                );
                if (matter.State is MatterState.Open or MatterState.Acknowledged)
                {
                    await given.SettleAsync(
                        write,
                        matter,
                        EnquiryRules.Replies,
                        "A time was agreed.",
                        whyNotCopied: null,
                        cancellationToken
                    );
                }

                var invitation = await invitations.ToSendAsync(matter, appointment, cancellationToken);
                await notices.TellOwnerAsync(
                    write,
                    matter,
                    "The member has agreed to a time. It can be saved to your calendar.",
                    cancellationToken,
                    invitation
                );
                await notices.TellMemberAsync(
                    write,
                    matter,
                    "A time is agreed. It can be saved to your calendar.",
                    cancellationToken,
                    invitation
                );
                return null;
            },
            cancellationToken
        );
    }
}
