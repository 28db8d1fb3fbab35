using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Service.Demonstration.Stories;

/// <summary>A member asks the same twice, and the one is merged into the other; another member asks about the same, and the two are linked.</summary>
internal static class LinkedStory
{
    public static IEnumerable<Step> Of(Storyline line)
    {
        var (twice, other) = (line.Member(10), line.Member(11));
        var (first, second, third) = (Guid.Empty, Guid.Empty, Guid.Empty);
        return
        [
            line.Step(
                5,
                async (scene, cancel) =>
                    first = await scene.AskAsync(
                        line.Asks(
                            EnquiryKind.Enquiry,
                            twice,
                            "Lamps out by the footbridge",
                            "Three lamps by the footbridge have been out since the storm. When will they be mended?"
                        ),
                        cancel
                    )
            ),
            line.Step(
                4,
                async (scene, cancel) =>
                    third = await scene.AskAsync(
                        line.Asks(
                            EnquiryKind.Enquiry,
                            other,
                            "The footbridge is dark",
                            "Two residents have told me that they no longer cross the footbridge after dark. What is being done?"
                        ),
                        cancel
                    )
            ),
            line.Step(
                3,
                async (scene, cancel) =>
                    second = await scene.AskAsync(
                        line.Asks(
                            EnquiryKind.Enquiry,
                            twice,
                            "Footbridge lamps again",
                            "I am not sure that my first message arrived: the lamps by the footbridge are out. When will they be mended?"
                        ),
                        cancel
                    )
            ),
            line.Step(
                2,
                async (scene, cancel) =>
                {
                    var into = (await scene.MatterAsync(first, cancel)).Reference;
                    await scene.OwnerDoesAsync<MergeMatters>(
                        second,
                        (act, at, viewer) => act.ExecuteAsync(new(at, into), viewer, cancel),
                        cancel
                    );
                }
            ),
            line.Step(
                1,
                async (scene, cancel) =>
                {
                    var same = (await scene.MatterAsync(first, cancel)).Reference;
                    await scene.OwnerDoesAsync<LinkMatters>(
                        third,
                        (act, at, viewer) => act.ExecuteAsync(new(at, same, MatterLinkKind.Same), viewer, cancel),
                        cancel
                    );
                }
            ),
        ];
    }
}
