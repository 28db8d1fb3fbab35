using Comity.Service.People;
using Comity.Service.Search;
using Comity.Service.Templates;

namespace Comity.Service.Demonstration.Stories;

/// <summary>What people keep at hand: views of the list of matters, and words from which officers start a message.</summary>
internal static class DeskStory
{
    public static IEnumerable<Step> Of(Storyline line)
    {
        var member = line.Member(0);
        return
        [
            line.Step(
                30,
                (scene, cancel) =>
                    KeepAsync(
                        scene,
                        TemplateUse.Acknowledgement,
                        "Somebody has to go and look",
                        "Thank you for {reference}. Somebody has to go and look before I can answer in full. That is arranged for this week; what is found goes to the service at once, and you hear from me by {due}.",
                        cancel
                    )
            ),
            line.Step(
                29,
                (scene, cancel) =>
                    KeepAsync(
                        scene,
                        TemplateUse.Reply,
                        "Mended, and looked at again",
                        "Dear {member}, what you wrote about under {reference} has been mended. The supervisor has looked at it since. If it fails again, write to me under the same reference.",
                        cancel
                    )
            ),
            line.Step(28, (scene, cancel) => SaveAsync(scene, line.Cast.Keeper.Id, "Overdue", "Overdue=true", cancel)),
            line.Step(
                27,
                (scene, cancel) => SaveAsync(scene, line.Cast.Keeper.Id, "Complaints for residents", "Kinds=constituent-complaint", cancel)
            ),
            line.Step(
                26,
                (scene, cancel) => SaveAsync(scene, member.Person.Id, "My ward, still open", $"Ward={member.Ward.Id:D}&States=Open", cancel)
            ),
        ];
    }

    private static async Task KeepAsync(Scene scene, string use, string title, string text, CancellationToken cancel)
    {
        var result = await scene
            .The<KeepTemplate>()
            .ExecuteAsync(new(null, null, use, title, text, 0), await scene.AsAsync(scene.Cast.Keeper.Id, cancel), cancel);
        if (result is not RegisterChange.Done)
        {
            throw new InvalidOperationException($"The template “{title}” was not taken: {result}.");
        }
    }

    private static async Task SaveAsync(Scene scene, Guid person, string name, string query, CancellationToken cancel)
    {
        if (await scene.The<SavedViews>().SaveAsync(await scene.AsAsync(person, cancel), name, query, cancel) is { } why)
        {
            throw new InvalidOperationException($"The view “{name}” was not kept: {why}.");
        }
    }
}
