using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Appointments;

public sealed record CallOffRequest(MatterAt At, string Reason);

/// <summary>Either side calls an agreed time off, with the reason. The officer can offer other times.</summary>
public sealed class CallOff(ComityDb db, Enquiries enquiries, Messages messages, Invitations invitations, EnquiryNotices notices)
{
    public const string MessageKind = "called-off";

    public Task<ActResult> ExecuteAsync(CallOffRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enquiries.ActAsync(
            request.At,
            viewer,
            standing => Meetings.IsFor(standing.Matter) && (standing.IsAsker || standing.IsOwner),
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var appointment = await db.Appointments.SingleOrDefaultAsync(one => one.Id == matter.Id, cancellationToken);
                if (appointment is not { State: AppointmentState.Agreed } || appointment.Start <= write.At)
                {
                    return new("There is no time to come that could be called off.", Audience.SafeguardSource);
                }

                appointment.State = AppointmentState.CalledOff;
                appointment.Sequence++;
                appointment.Round++;
                appointment.ChangedAt = write.At;
                await messages.PostAsync(write, matter, MessageKind, Parts.Content, request.Reason.Trim(), [], cancellationToken);
                write.Record(
                    "appointment-called-off",
                    matter,
                    Parts.Content,
                    new JsonObject { ["reason"] = request.Reason.Trim(), ["sequence"] = appointment.Sequence }
                );
                var isByMember = opened.Standing.IsAsker;
                var cancellation = await invitations.ToSendAsync(matter, appointment, cancellationToken);
                await notices.TellOwnerAsync(
                    write,
                    matter,
                    isByMember ? "The member has called the meeting off." : "You have called the meeting off.",
                    cancellationToken,
                    cancellation
                );
                await notices.TellMemberAsync(
                    write,
                    matter,
                    isByMember ? "You have called the meeting off." : "The meeting has been called off.",
                    cancellationToken,
                    cancellation
                );
                return null;
            },
            cancellationToken
        );
    }
}
