using System.Text;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Service.Demonstration.Stories;

/// <summary>A request for three things: one is let out, one in part, and one is kept back, which somebody else now looks at again.</summary>
internal static class InformationStory
{
    private const string Released = "The programme of works for the lamps";
    private const string InPart = "The log of complaints about the lamps since spring";
    private const string Withheld = "Every work sheet of the night crew for ten years";

    private const string Programme = """
        Programme of works for the lamps (fictional)

        January: columns on the hill
        February: the lanes behind the school
        March: testing of all columns older than thirty years

        """;

    private static readonly StatedNeed Need = new(
        "Member of the body that looks at the lighting budget",
        "The lighting budget",
        "The figures in the papers are totals, and I have to judge whether they are enough",
        "To ask questions when the budget is looked at",
        "",
        true
    );

    public static IEnumerable<Step> Of(Storyline line)
    {
        var asks = line.Member(7);
        var request = Guid.Empty;
        return
        [
            line.Step(
                18,
                async (scene, cancel) =>
                    request = await scene.AskAsync(
                        line.Asks(
                            EnquiryKind.Information,
                            asks,
                            "Papers on the street lamps",
                            $"May I see these, please?\n{Released}\n{InPart}\n{Withheld}"
                        ),
                        cancel
                    )
            ),
            line.Step(
                17,
                (scene, cancel) =>
                    scene.OwnerDoesAsync<AddItems>(
                        request,
                        (act, at, viewer) => act.ExecuteAsync(new(at, $"{Released}\n{InPart}\n{Withheld}"), viewer, cancel),
                        cancel
                    )
            ),
            .. Enumerable
                .Range(1, 3)
                .Select(item =>
                    line.Step(
                        16,
                        (scene, cancel) =>
                            scene.DoesAsync<StateNeed>(
                                request,
                                asks.Person.Id,
                                (act, at, viewer) => act.ExecuteAsync(new(at, item, Need), viewer, cancel),
                                cancel
                            )
                    )
                ),
            line.Step(15, (scene, cancel) => FindAsync(scene, request, 1, "available-to-anyone", "yes", cancel)),
            line.Step(15, (scene, cancel) => FindAsync(scene, request, 2, "personal-information", "yes", cancel)),
            line.Step(15, (scene, cancel) => FindAsync(scene, request, 3, "within-service-resources", "no", cancel)),
            line.Step(14, (scene, cancel) => DecideAsync(scene, request, 1, ItemOutcome.All, new([], "", "", ""), cancel)),
            line.Step(
                14,
                (scene, cancel) =>
                    DecideAsync(
                        scene,
                        request,
                        2,
                        ItemOutcome.Part,
                        new(
                            ["person"],
                            "The log names the residents who complained and says where they live; they wrote to the council and not to the public.",
                            "Names, addresses and telephone numbers of residents",
                            ""
                        ),
                        cancel
                    )
            ),
            line.Step(
                14,
                (scene, cancel) =>
                    DecideAsync(
                        scene,
                        request,
                        3,
                        ItemOutcome.Refused,
                        new(
                            ["resources"],
                            "The sheets of ten years fill forty boxes in a store; to find and copy them would take two people a fortnight, and the lamps would wait meanwhile.",
                            "",
                            "So much of it cannot be supplied; the sheets of one month can."
                        ),
                        cancel
                    )
            ),
            line.Step(
                13,
                (scene, cancel) =>
                    scene.OwnerDoesAsync<ReplyToEnquiry>(
                        request,
                        (act, at, viewer) =>
                            act.ExecuteAsync(
                                new(
                                    at,
                                    "Here is what we found, thing by thing, and why some of it stays here.",
                                    [new IncomingFile("programme-of-works.txt", Encoding.UTF8.GetBytes(Programme))]
                                ),
                                viewer,
                                cancel
                            ),
                        cancel
                    )
            ),
            line.Step(
                4,
                (scene, cancel) =>
                    scene.DoesAsync<AskReview>(
                        request,
                        asks.Person.Id,
                        (act, at, viewer) =>
                            act.ExecuteAsync(
                                new(
                                    at,
                                    3,
                                    "I did not ask for copies. I would come to the store myself and read the sheets of the last two winters there."
                                ),
                                viewer,
                                cancel
                            ),
                        cancel
                    )
            ),
        ];
    }

    private static Task FindAsync(Scene scene, Guid request, int item, string fact, string value, CancellationToken cancel) =>
        scene.OwnerDoesAsync<FindItem>(
            request,
            (act, at, viewer) =>
                act.ExecuteAsync(
                    new(
                        at,
                        item,
                        new ItemFindings
                        {
                            Holding = ItemFindings.Held,
                            Facts = new Dictionary<string, string>(StringComparer.Ordinal)
                            {
                                ["reasonableness-established"] = "yes",
                                ["officer-able-to-share"] = "yes",
                                ["relates-to-meeting-business"] = "no",
                                ["need-to-know-shown"] = "yes",
                                ["needed-for-role"] = "yes",
                                [fact] = value,
                            },
                            WhyReasonable = "It is for the budget, and there is little of it.",
                            WhyShared = "The service keeps it for its own work and may show it.",
                        },
                        new ItemConsents()
                    ),
                    viewer,
                    cancel
                ),
            cancel
        );

    private static Task DecideAsync(
        Scene scene,
        Guid request,
        int item,
        ItemOutcome outcome,
        ItemRuling ruling,
        CancellationToken cancel
    ) =>
        scene.OwnerDoesAsync<DecideItem>(
            request,
            (act, at, viewer) => act.ExecuteAsync(new(at, item, outcome, ruling, false), viewer, cancel),
            cancel
        );
}
