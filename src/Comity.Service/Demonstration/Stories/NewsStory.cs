using Comity.Service.WardInformation;

namespace Comity.Service.Demonstration.Stories;

/// <summary>What officers tell members unasked: a proposal that affects a ward, and something that happens in one, to which its members are invited.</summary>
internal static class NewsStory
{
    public static IEnumerable<Step> Of(Storyline line)
    {
        var (affected, host) = (line.Member(0).Ward, line.Member(6).Ward);
        return
        [
            line.Step(
                11,
                (scene, cancel) =>
                    TellAsync(
                        scene,
                        new()
                        {
                            Kind = NewsKind.Find("ward-proposal"),
                            Title = $"A proposal to move the bus stop in {affected.Name}",
                            Words =
                                "The bus company would like the stop to stand forty paces further up, where the pavement is wider. Nothing is decided. The drawing can be seen at the office until the end of the month, and what you hear from residents is welcome.",
                            Wards = [affected.Id],
                            CurrentUntil = line.In(20),
                        },
                        cancel
                    )
            ),
            line.Step(
                5,
                (scene, cancel) =>
                    TellAsync(
                        scene,
                        new()
                        {
                            Kind = NewsKind.Find("ward-event"),
                            Title = $"Planting day in {host.Name}",
                            Words =
                                "Two hundred bulbs and eleven young trees go in along the green. Children of the school help in the morning. You are welcome to come, with or without a spade.",
                            Wards = [host.Id],
                            HappensOn = line.In(6),
                            HappensAt = new TimeOnly(10, 30),
                            Place = "The green, by the bench",
                            Invites = true,
                        },
                        cancel
                    )
            ),
        ];
    }

    private static async Task TellAsync(Scene scene, TellMembersRequest request, CancellationToken cancel)
    {
        var result = await scene.The<TellMembers>().ExecuteAsync(request, await scene.AsAsync(scene.Cast.Keeper.Id, cancel), cancel);
        if (result is not NewsResult.Told)
        {
            throw new InvalidOperationException($"“{request.Title}” was not told: {result}.");
        }
    }
}
