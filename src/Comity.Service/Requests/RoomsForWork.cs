using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>Finds out whether the line manager has to say first that there is room for what was instructed (borough 6.3).</summary>
public sealed class RoomsForWork(ComityDb db, EnquiryCases cases, Library library, DutyClocks clocks)
{
    private const string LineManager = "line-manager";

    /// <summary>Work for a ward is asked for and not instructed: of that nobody is asked whether there is room.</summary>
    public static bool MayBeAskedFor(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return EnquiryKind.Find(matter.Kind) is { IsWork: true } kind
            && (kind == EnquiryKind.Instruction || matter.Capacity == Capacity.Council);
    }

    public async Task<RoomForWork> OfAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        if (!MayBeAskedFor(matter) || (await cases.AskedAsync(matter, read.Vocabulary, cancellationToken))?.On(on) is not { } asked)
        {
            return RoomForWork.NotAskedFor;
        }

        var calendars = await clocks.CalendarsAsync(read, on, cancellationToken);
        var plain = read.Protocol.Decide(asked.Build(), calendars);
        var manager = plain.Route.FirstOrDefault(step =>
            plain.Situation.Act == Asking.Instruction && step.Who.Terms.Any(term => term.Role?.Text == LineManager)
        );
        var worried = read.Protocol.Decide(asked.With("impact-concern", true).Build(), calendars);
        var back = worried.Route.FirstOrDefault(step => plain.Route.All(before => before.Stage != step.Stage));
        var isSaid = await db.Messages.AnyAsync(
            message =>
                message.MatterId == matter.Id
                && (message.Kind == RoomForWork.RoomMessage || message.Kind == RoomForWork.NoRoomMessage)
                && message.Part == Parts.Content,
            cancellationToken
        );
        return new RoomForWork(manager?.Citations ?? [], back?.Citations ?? [], isSaid, worried.ToKeep(read));
    }
}
