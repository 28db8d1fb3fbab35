using Comity.Protocols;
using Comity.Service.Concerns;
using Comity.Service.People;
using Comity.Testing;

namespace Comity.Web.Tests.Concerns;

/// <summary>Whoever would hear a concern is declared close to both sides of it, for every two people of the demonstration council of every protocol.</summary>
public sealed class CloseToAPartyTests
{
    [Theory]
    [Trait("Takes", "long")]
    [InlineData("generic")]
    [InlineData("west-lavington")]
    [InlineData("wigan")]
    [InlineData("borough")]
    [InlineData("town")]
    public async Task Declare_whoever_would_hear_it_close_to_the_two_leads_past_them(string protocol)
    {
        await using var council = await ConcernCouncil.StartAsync(DatabaseKind.Sqlite, protocol);
        var pairs = (await Pairings.OfAsync(council)).Pairs.Select(pair => (By: pair.By.Id, About: pair.About.Id)).Distinct().ToList();
        var heardBy = new Dictionary<Guid, List<(Guid By, Guid About)>>();
        foreach (var pair in pairs)
        {
            foreach (var hearer in await HearersAsync(council, pair.By, pair.About))
            {
                heardBy.TryAdd(hearer, []);
                heardBy[hearer].Add(pair);
            }
        }

        heardBy.Count.ShouldBeGreaterThan(2);
        var wrong = new List<string>();
        foreach (var (hearer, between) in heardBy)
        {
            var declared = await DeclareAsync(council, hearer, between.SelectMany(pair => new[] { pair.By, pair.About }).Distinct());
            foreach (var (by, about) in between)
            {
                var now = await HearersAsync(council, by, about);
                wrong.AddRange(
                    new[] { hearer, by, about }
                        .Where(now.Contains)
                        .Select(one => $"{one} hears what {by} raises about {about}, while {hearer} is close to both")
                );
            }

            await EndAsync(council, declared);
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>Whoever would hear it, or say who does; with every question of the protocol answered with no, and after the talk where it has one.</summary>
    private static async Task<IReadOnlyList<Guid>> HearersAsync(ConcernCouncil council, Guid by, Guid about)
    {
        var concern = new ConcernCase(ConcernAct.Concern.Key, by, about, new Dictionary<string, string>(), council.Today);
        for (var asked = 0; ; asked++)
        {
            asked.ShouldBeLessThan(12);
            var answer = await council.DoAsync<ConcernRules, ConcernAnswer>(rules => rules.AskAsync(concern, default));
            if (answer.Decision.Outcome == Outcome.NeedsFacts)
            {
                concern = concern with
                {
                    Facts = new Dictionary<string, string>(concern.Facts) { [answer.Decision.Questions[0].Fact.Name] = "no" },
                };
            }
            else if (answer.Doors.FirstOrDefault(door => door.IsTalk) is { } talk)
            {
                concern = concern with { UnresolvedAt = talk.Stage };
            }
            else
            {
                return [.. answer.Doors.SelectMany(door => door.Hearers).Select(hearer => hearer.PersonId).Distinct()];
            }
        }
    }

    private static async Task<IReadOnlyList<(Guid By, Guid Entry)>> DeclareAsync(
        ConcernCouncil council,
        Guid person,
        IEnumerable<Guid> others
    )
    {
        var viewer = await council.ViewerAsync(person);
        var declared = new List<(Guid, Guid)>();
        foreach (var other in others)
        {
            var done = await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
                declare.ExecuteAsync(viewer, new(person, other, Tie.Family, "We are cousins.", null, council.Today.AddDays(-7)))
            );
            declared.Add((person, done.ShouldBeOfType<RegisterChange.Done>().Id));
        }

        return declared;
    }

    private static async Task EndAsync(ConcernCouncil council, IReadOnlyList<(Guid By, Guid Entry)> declared)
    {
        foreach (var (by, entry) in declared)
        {
            var viewer = await council.ViewerAsync(by);
            var ended = await council.DoAsync<EndRelationship, RegisterChange>(end =>
                end.ExecuteAsync(viewer, new(entry, council.Today.AddDays(-1)))
            );
            ended.ShouldBeOfType<RegisterChange.Done>();
        }
    }
}
