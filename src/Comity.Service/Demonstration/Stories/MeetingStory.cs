using Comity.Service.Appointments;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Demonstration.Stories;

/// <summary>Three meetings: a time is offered, a time is agreed, and one that was agreed has been called off.</summary>
internal static class MeetingStory
{
    private const string Office = "The council’s office, room 2";

    public static IEnumerable<Step> Of(Storyline line)
    {
        var (offered, agreed, calledOff) = (line.Member(3), line.Member(4), line.Member(5));
        var (first, second, third) = (Guid.Empty, Guid.Empty, Guid.Empty);
        return
        [
            line.Step(
                4,
                async (scene, cancel) =>
                    first = await AskAsync(
                        scene,
                        offered,
                        MeetingKind.Talk,
                        "To go through the list of dark corners",
                        "Residents have given me a list of eleven places. I should like to go through it with whoever plans the lamps. Mornings suit me.",
                        cancel
                    )
            ),
            line.Step(3, (scene, cancel) => OfferAsync(scene, first, line.In(2), line.In(3), cancel)),
            line.Step(
                8,
                async (scene, cancel) =>
                    second = await AskAsync(
                        scene,
                        agreed,
                        MeetingKind.Talk,
                        "How the lighting budget is made up",
                        "I am new to the budget and should like somebody to take me through this part of it before the papers come out.",
                        cancel
                    )
            ),
            line.Step(7, (scene, cancel) => OfferAsync(scene, second, line.In(1), line.In(4), cancel)),
            line.Step(6, (scene, cancel) => AgreeAsync(scene, second, agreed, cancel)),
            line.Step(
                13,
                async (scene, cancel) =>
                    third = await AskAsync(
                        scene,
                        calledOff,
                        MeetingKind.Visit,
                        "To see the depot where the lamps are stored",
                        "I should like to see the depot and hear how the night crew works.",
                        cancel
                    )
            ),
            line.Step(12, (scene, cancel) => OfferAsync(scene, third, line.In(2), line.In(5), cancel)),
            line.Step(11, (scene, cancel) => AgreeAsync(scene, third, calledOff, cancel)),
            line.Step(
                2,
                (scene, cancel) =>
                    scene.DoesAsync<CallOff>(
                        third,
                        calledOff.Person.Id,
                        (act, at, viewer) =>
                            act.ExecuteAsync(
                                new(at, "I have to be at a funeral that day. I am sorry, and shall ask again in the new year."),
                                viewer,
                                cancel
                            ),
                        cancel
                    )
            ),
        ];
    }

    private static async Task<Guid> AskAsync(
        Scene scene,
        CastMember member,
        MeetingKind kind,
        string subject,
        string words,
        CancellationToken cancel
    )
    {
        var result = await scene
            .The<AskToMeet>()
            .ExecuteAsync(
                new(
                    new WishToMeet { Kind = kind, Minutes = kind == MeetingKind.Talk ? 30 : null },
                    scene.Cast.Services.TryGetValue(Storyline.Lighting, out var service) ? service.Id : null,
                    subject,
                    words,
                    Capacity.Council,
                    null
                ),
                await scene.AsAsync(member.Person.Id, cancel),
                cancel
            );
        return Scene.IdOf(result, subject);
    }

    private static Task OfferAsync(Scene scene, Guid matterId, DateOnly day, DateOnly other, CancellationToken cancel) =>
        scene.OwnerDoesAsync<OfferTimes>(
            matterId,
            (act, at, viewer) =>
                act.ExecuteAsync(
                    new(
                        at,
                        [
                            new(DemonstrationClock.InLondon(day, new TimeOnly(10, 0)), 30, Office),
                            new(DemonstrationClock.InLondon(other, new TimeOnly(14, 30)), 30, Office),
                        ],
                        null
                    ),
                    viewer,
                    cancel
                ),
            cancel
        );

    private static async Task AgreeAsync(Scene scene, Guid matterId, CastMember member, CancellationToken cancel)
    {
        var offer = await scene
            .The<ComityDb>()
            .Appointments.Where(appointment => appointment.Id == matterId)
            .SelectMany(appointment => appointment.Offers)
            .OrderBy(time => time.Start)
            .Select(time => time.Id)
            .FirstAsync(cancel);
        await scene.DoesAsync<AgreeTime>(
            matterId,
            member.Person.Id,
            (act, at, viewer) => act.ExecuteAsync(new(at, offer), viewer, cancel),
            cancel
        );
    }
}
