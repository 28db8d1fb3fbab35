using Comity.Service.Requests;

namespace Comity.Service.Demonstration.Stories;

/// <summary>A question about the protocol that waits for its answer, and a piece of work that an officer has declined by a clause.</summary>
internal static class AskedAndDeclinedStory
{
    public static IEnumerable<Step> Of(Storyline line)
    {
        var (unsure, wants) = (line.Member(8), line.Member(9));
        var work = Guid.Empty;
        var (reason, why) = line.Cast.Council.Declined;
        return
        [
            line.Step(
                3,
                (scene, cancel) =>
                    scene.AskAsync(
                        line.Asks(
                            EnquiryKind.ProtocolQuestion,
                            unsure,
                            "May I bring a resident along?",
                            "I am to meet an officer about a complaint that a resident brought to me. May the resident come with me, and whom do I tell beforehand?"
                        ),
                        cancel
                    )
            ),
            line.Step(
                8,
                async (scene, cancel) =>
                    work = await scene.AskAsync(
                        line.Asks(
                            EnquiryKind.Task,
                            wants,
                            "A survey of the lamps on the private estate",
                            "Please walk the private estate one evening and write down for me which of the owner’s lamps are out."
                        ) with
                        {
                            Facts = new Dictionary<string, string> { ["purpose"] = "council-business" },
                        },
                        cancel
                    )
            ),
            line.Step(
                6,
                (scene, cancel) =>
                    scene.OwnerDoesAsync<DeclineEnquiry>(
                        work,
                        (act, at, viewer) => act.ExecuteAsync(new(at, [reason], why), viewer, cancel),
                        cancel
                    )
            ),
        ];
    }
}
