using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;

namespace Comity.Service.Requests;

/// <param name="ToOfficeId">Who does it, where there is room; null where it stays with whoever says so.</param>
/// <param name="Words">What the member is told.</param>
public sealed record SayWhetherThereIsRoomRequest(MatterAt At, RoomSaid Said, Guid? ToOfficeId, string Words);

public enum RoomSaid
{
    /// <summary>It can be taken on.</summary>
    Room,

    /// <summary>The member is to hear first what it would mean for other work.</summary>
    Impact,

    NoRoom,
}

/// <summary>
/// The line manager says whether there is room for what a member has instructed, before anybody takes it on; or goes back to the member to talk about
/// what it would mean.
/// </summary>
public sealed class SayWhetherThereIsRoom(
    Enquiries enquiries,
    RoomsForWork rooms,
    ReassignEnquiry reassign,
    EnquiryHandover handover,
    Decisions decisions,
    Messages messages,
    AnswerGiven given,
    EnquiryNotices notices
)
{
    public Task<ActResult> ExecuteAsync(SayWhetherThereIsRoomRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            opened => SayAsync(request, opened.Matter, opened.Write, cancellationToken),
            cancellationToken
        );

    private async Task<ActResult.Refused?> SayAsync(
        SayWhetherThereIsRoomRequest request,
        Matter matter,
        CouncilWrite write,
        CancellationToken cancellationToken
    )
    {
        if (matter.State is not (MatterState.Open or MatterState.Acknowledged))
        {
            return new("It has been answered already.", Audience.SafeguardSource);
        }

        var room = await rooms.OfAsync(matter, write.Today, cancellationToken);
        if (room is { Manager: [] } or { Keep: null })
        {
            return new("The protocol does not ask a line manager about this.", Audience.SafeguardSource);
        }

        if (room.IsSaid)
        {
            return new("It has been said already.", room.Manager[0].Norm);
        }

        if (request.Said == RoomSaid.Impact && room.Impact.Count == 0)
        {
            return new("The protocol says nothing of going back to the member. Say whether there is room.", room.Manager[0].Norm);
        }

        HeldOffice? to = null;
        if (request is { Said: RoomSaid.Room, ToOfficeId: { } office })
        {
            to = (await reassign.CandidatesAsync(matter, write.Today, cancellationToken)).FirstOrDefault(one => one.OfficeId == office);
            if (to is null)
            {
                return new($"{KeptOut.NobodyThere} Choose another.", Audience.SafeguardSource);
            }
        }

        var source = request.Said == RoomSaid.Impact ? room.Impact[0].Norm : room.Manager[0].Norm;
        write.Record(
            "capacity-said",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["said"] = request.Said.ToString(),
                ["source"] = source,
                ["to"] = to?.OfficeId.ToString("D", CultureInfo.InvariantCulture),
                ["reason"] = request.Words,
            }
        );
        await messages.PostAsync(write, matter, MessageOf(request.Said), Parts.Content, request.Words, [], cancellationToken);
        switch (request.Said)
        {
            case RoomSaid.Impact:
                await decisions.KeepAsync(write, matter, room.Keep, cancellationToken);
                await notices.TellMemberAsync(
                    write,
                    matter,
                    "Before it is taken on you are asked to talk about what it would mean.",
                    cancellationToken
                );
                return null;
            case RoomSaid.NoRoom:
                await given.SettleAsync(
                    write,
                    matter,
                    EnquiryRules.Replies,
                    "There is no room for it.",
                    whyNotCopied: null,
                    cancellationToken
                );
                await notices.TellMemberAsync(write, matter, "The line manager has said that there is no room for it.", cancellationToken);
                return null;
            default:
                await notices.TellMemberAsync(write, matter, "The line manager has said that there is room for it.", cancellationToken);
                if (to is not null)
                {
                    await handover.ToAsync(write, matter, to, "There is room for it.", cancellationToken);
                }

                return null;
        }
    }

    private static string MessageOf(RoomSaid said) =>
        said switch
        {
            RoomSaid.Room => RoomForWork.RoomMessage,
            RoomSaid.Impact => RoomForWork.ImpactMessage,
            _ => RoomForWork.NoRoomMessage,
        };
}
