using Comity.Service.Advising;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Demonstration.Stories;

/// <summary>Three pieces of advice: a member is of another view, a member pressed for another, and one was given unasked and read.</summary>
internal static class AdviceStory
{
    private static readonly AdviceWords Dimming = new()
    {
        Analysis =
            "The lane has eleven lamps of the old kind. Between midnight and five the counters saw four people a night. Dimming them to a third in those hours would save about 900 pounds a year, and two reports of falls in ten years do not show that people fall where it is dimmer.",
        Options = "Leave them as they are; dim them from midnight; switch every second one off.",
        Views = "The member asks that the lamps stay as they are, because residents who work at night come home by the lane.",
        Recommendation = "Dim them to a third from midnight to five, and look at it again after one winter.",
        About = AdviceRules.CouncilBusiness,
        IsOwn = true,
    };

    private static readonly AdviceWords Column = new()
    {
        Analysis =
            "The column leans by four degrees and its base has rusted through on one side. It passed its last test by little. A replacement costs 1,450 pounds and takes six weeks to come.",
        Options = "Replace it now; prop it and wait for the spring programme; take it away.",
        Recommendation = "Replace it now. I cannot advise that it is left until spring.",
        About = AdviceRules.CouncilBusiness,
        IsOwn = true,
    };

    private static readonly AdviceWords Grants = new()
    {
        Analysis =
            "Three applications for the small grants came in after the closing day. The rules that the council made say that late ones wait for the next round, and name no exception.",
        Options = "Keep to the rules; or change the rules first, for everybody, and then look at the three.",
        Recommendation = "Keep to the rules, and tell the three when the next round opens.",
        About = AdviceRules.CouncilBusiness,
        IsOwn = true,
    };

    public static IEnumerable<Step> Of(Storyline line)
    {
        var (disagrees, presses, reads) = (line.Member(0), line.Member(1), line.Member(2));
        var (first, second, given) = (Guid.Empty, Guid.Empty, Guid.Empty);
        return
        [
            line.Step(
                24,
                async (scene, cancel) =>
                    first = await scene.AskAsync(
                        line.Asks(
                            EnquiryKind.Advice,
                            disagrees,
                            "Should the lamps in the back lane be dimmed at night?",
                            "I am asked about it at every surgery. What would be saved, what would be lost, and what do you advise?"
                        ),
                        cancel
                    )
            ),
            line.Step(20, (scene, cancel) => WriteAsync(scene, first, Dimming, cancel)),
            line.Step(
                18,
                (scene, cancel) =>
                    scene.DoesAsync<AnswerAdvice>(
                        first,
                        disagrees.Person.Id,
                        (act, at, viewer) =>
                            act.ExecuteAsync(
                                new(
                                    at,
                                    1,
                                    AdviceRemarkKind.OtherView,
                                    "private",
                                    "Thank you for the figures. I weigh them otherwise: those who come home at night pay for the lamps as well, and I shall say so when it is decided."
                                ),
                                viewer,
                                cancel
                            ),
                        cancel
                    )
            ),
            line.Step(
                15,
                async (scene, cancel) =>
                    second = await scene.AskAsync(
                        line.Asks(
                            EnquiryKind.Advice,
                            presses,
                            "Can the leaning lamp column wait until spring?",
                            "The money for this year is nearly spent. Can it wait, and what would follow if it did?"
                        ),
                        cancel
                    )
            ),
            line.Step(12, (scene, cancel) => WriteAsync(scene, second, Column, cancel)),
            line.Step(
                10,
                async (scene, cancel) =>
                    await scene.OwnerDoesAsync<ReportPressure>(
                        second,
                        (act, at, viewer) =>
                            act.ExecuteAsync(
                                new(
                                    at,
                                    1,
                                    presses.Person.Id,
                                    PressedBy.Find(PressedBy.Reported, "insist")!,
                                    scene.Today,
                                    "Telephoned three times in a day and asked each time that the last sentence be taken out. I said that the advice stands."
                                ),
                                viewer,
                                cancel
                            ),
                        cancel
                    )
            ),
            line.Step(
                9,
                async (scene, cancel) =>
                {
                    var result = await scene
                        .The<GiveAdvice>()
                        .ExecuteAsync(
                            new()
                            {
                                Subject = "Late applications for the small grants",
                                MemberIds = [reads.Person.Id, disagrees.Person.Id],
                                Words = Grants,
                            },
                            await scene.AsAsync(line.Cast.Keeper.Id, cancel),
                            cancel
                        );
                    var reference = Written(result).Reference;
                    given = await scene
                        .The<ComityDb>()
                        .Matters.Where(matter => matter.Reference == reference)
                        .Select(matter => matter.Id)
                        .SingleAsync(cancel);
                }
            ),
            line.Step(
                7,
                (scene, cancel) =>
                    scene.DoesAsync<AnswerAdvice>(
                        given,
                        reads.Person.Id,
                        (act, at, viewer) => act.ExecuteAsync(new(at, 1, AdviceRemarkKind.Weighed, "private", null), viewer, cancel),
                        cancel
                    )
            ),
        ];
    }

    private static async Task WriteAsync(Scene scene, Guid matterId, AdviceWords words, CancellationToken cancel) =>
        Written(
            await scene
                .The<WriteAdvice>()
                .ExecuteAsync(
                    new(await scene.AtAsync(matterId, cancel), words),
                    await scene.AsAsync(await scene.OwnerAsync(matterId, cancel), cancel),
                    cancel
                )
        );

    private static AdviceResult.Written Written(AdviceResult result) =>
        result as AdviceResult.Written ?? throw new InvalidOperationException($"The advice was not taken: {result}.");
}
