using System.Net;
using Comity.Service.Concerns;
using Comity.Testing;
using Comity.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Concerns;

/// <summary>Every pairing of who raises a concern and whom it is about, in the demonstration council of every protocol, through its pages.</summary>
public sealed class PairingTests
{
    /// <summary>Stands in everything that is raised here.</summary>
    public const string Word = "Marzipanconcern";

    // Whom a protocol leads to is no question of the database: on the second one the smallest council is enough.
    public static IEnumerable<TheoryDataRow<DatabaseKind, string>> Everywhere =>
        from kind in BothDatabases.All
        from protocol in new[] { "generic", "west-lavington", "wigan", "borough", "town" }
        where kind.Data == DatabaseKind.Sqlite || protocol == "west-lavington"
        select new TheoryDataRow<DatabaseKind, string>(kind.Data, protocol) { Skip = kind.Skip };

    [Theory]
    [Trait("Takes", "long")]
    [MemberData(nameof(Everywhere))]
    public async Task Raise_a_concern_between_every_two_roles_goes_where_the_protocol_says_and_to_nobody_else(
        DatabaseKind kind,
        string protocol
    )
    {
        await using var council = await ConcernCouncil.StartAsync(kind, protocol);
        var pairings = await Pairings.OfAsync(council);
        var missing = WalledMatter.NeverThere();
        var knows = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var looked = new List<PairingSeen>();
        var told = new List<string>();
        foreach (var (by, about) in pairings.Pairs)
        {
            foreach (var act in Pairings.ActsOf(by, about))
            {
                // Who stands for several roles has all of them at once: between the same two it is looked at and sent once.
                if (looked.Find(one => one.Act == act && one.By.Id == by.Id && one.About.Id == about.Id) is { } same)
                {
                    looked.Add(same with { By = by, About = about });
                    continue;
                }

                var seen = await pairings.LookAsync(act, by, about);
                looked.Add(seen);
                if (act == "raise-concern")
                {
                    var (reference, names) = await pairings.SendAsync(seen);
                    knows.Add(reference, names);
                    told.AddRange(await TellAsync(reference, about));
                }
            }
        }

        foreach (var (by, about) in pairings.FromOutside)
        {
            foreach (var act in Pairings.ActsOf(by, about))
            {
                if (looked.Find(one => one.Act == act && one.By.Id == by.Id && one.About.Id == about.Id) is { } same)
                {
                    looked.Add(same with { About = about });
                    continue;
                }

                var (seen, reporter, check) = await pairings.LookFromOutsideAsync(act, about);
                looked.Add(seen);
                var names = await Pairings.SendFromOutsideAsync(seen, reporter, check);
                var reference = await council.ReadAsync(db =>
                    db.Matters.Where(matter => matter.Kind == Concern.MatterKind && !knows.Keys.Contains(matter.Reference))
                        .Select(matter => matter.Reference)
                        .SingleAsync()
                );
                knows.Add(reference, names);
                told.AddRange(await TellAsync(reference, about));
            }
        }

        looked.Count.ShouldBeGreaterThan(150);
        pairings.Wrong.ShouldBeEmpty(string.Join('\n', pairings.Wrong));
        told.ShouldBeEmpty();
        (await FoundAsync()).ShouldBeEmpty();
        PairingTable.ShouldBeCurrent(council.Demonstration, looked);

        // The person whom it is about asks for it by its very reference.
        async Task<IReadOnlyList<string>> TellAsync(string reference, PairedPerson about)
        {
            var visitor = await council.AsAsync(about.Id);
            var matter = new WalledMatter("concern", reference, []);
            var expected = await Answered.ReadAsync(await visitor.Client.GetAsync($"/concerns/{missing.Reference}"), missing);
            var answer = await Answered.ReadAsync(await visitor.Client.GetAsync($"/concerns/{reference}"), matter);
            return expected.Status == HttpStatusCode.NotFound && answer.IsSameAs(expected)
                ? []
                : [$"{about.Role} tells {reference} from one that was never there: {answer}"];
        }

        // Everybody's own list has what they raised and what they hear, and no more; nothing else shows a word of it.
        async Task<IReadOnlyList<string>> FoundAsync()
        {
            var wrong = new List<string>();
            foreach (var person in pairings.Pairs.Select(pair => pair.By).DistinctBy(one => one.Id))
            {
                var visitor = await council.AsAsync(person.Id);
                foreach (var address in new[] { "/concerns", "/", "/desk", $"/find?search={Word}&all=true", "/reads" })
                {
                    var text = (await visitor.OpenAsync(address)).Html;
                    wrong.AddRange(
                        knows
                            .Where(one => text.Contains(one.Key, StringComparison.Ordinal) && !one.Value.Contains(person.Name))
                            .Select(one => $"{person.Role} finds {one.Key} on {address}")
                    );
                    if (address == "/concerns")
                    {
                        wrong.AddRange(
                            knows
                                .Where(one => !text.Contains(one.Key, StringComparison.Ordinal) && one.Value.Contains(person.Name))
                                .Select(one => $"{person.Role} does not find {one.Key} on {address}")
                        );
                    }
                }
            }

            return wrong;
        }
    }
}
