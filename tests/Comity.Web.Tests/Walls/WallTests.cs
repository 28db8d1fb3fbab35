using System.Net;
using System.Text;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Web.Tests.Walls;

/// <summary>Every route, as every kind of viewer, for every kind of matter. The routes are found by reflection.</summary>
public sealed class WallTests(ITestOutputHelper output)
{
    private static readonly Onlooker[] Before =
    [
        Onlooker.SignedOut,
        Onlooker.OtherService,
        Onlooker.SameWard,
        Onlooker.OtherGroup,
        Onlooker.Former,
        Onlooker.ManagerBefore,
        Onlooker.Clerk,
        Onlooker.MonitoringOfficer,
        Onlooker.Asker,
        Onlooker.Owner,
    ];

    // A prefix of the words looked for: a page that repeats what was searched for gives nothing away by it.
    private const string Search = "?find=Quillfeath&q=Quillfeath&search=Quillfeath&all=true";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Walk_every_route_as_everybody_meets_only_what_was_granted(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var routes = await EveryRoute.OfAsync(council.App);
        routes
            .Where(Walk.IsOfAMatter)
            .Select(route => route.Pattern.TrimStart('/'))
            .Distinct()
            .Where(pattern => !WallMatrix.OfAMatter.ContainsKey(pattern))
            .ShouldBeEmpty("The matrix does not say who may open these pages.");

        var walks = Before.Select(onlooker => new Walk(council, routes, onlooker)).ToList();
        var others = walks.Where(walk => walk.Onlooker is not (Onlooker.Asker or Onlooker.Owner)).ToList();
        var seenBefore = await SeenElsewhereAsync(others);
        var matters = await WalledMatter.AskAsync(council);

        var table = new SortedDictionary<string, Dictionary<Onlooker, string>>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var walk in walks)
        {
            await WalkMattersAsync(walk, matters, table, wrong);
        }

        await CompareElsewhereAsync(others, seenBefore, matters, wrong);

        // Due on 20 April; on the 22nd it goes to the line manager.
        council.App.Clock.Set(new DateTime(2026, 4, 22, 9, 0, 0, DateTimeKind.Utc));
        (await council.DoAsync<RemindDue, int>(remind => remind.ExecuteAsync(default))).ShouldBeGreaterThan(0);
        var after = new Walk(council, routes, Onlooker.ManagerAfter);
        await WalkMattersAsync(after, matters, table, wrong);
        Print(table);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ask_for_a_matter_that_one_does_not_see_in_any_writing_of_its_reference_is_answered_like_nonsense()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var other = await council.AsAsync(council.People.OtherGroupMember);
        var missing = WalledMatter.NeverThere();

        var expected = await Answered.ReadAsync(await other.Client.GetAsync($"/enquiries/{missing.Reference}"), missing);
        foreach (
            var written in new[]
            {
                reference,
                reference.ToLowerInvariant(),
                reference.Replace("-", "", StringComparison.Ordinal),
                "nonsense",
                "%20",
                "..%2f..",
                new string('9', 4000),
            }
        )
        {
            var answer = await Answered.ReadAsync(await other.Client.GetAsync($"/enquiries/{written}"), missing);
            answer.IsSameAs(expected).ShouldBeTrue($"{written}: {answer}");
        }
    }

    private static async Task WalkMattersAsync(
        Walk walk,
        IReadOnlyList<WalledMatter> matters,
        SortedDictionary<string, Dictionary<Onlooker, string>> table,
        List<string> wrong
    )
    {
        foreach (var route in walk.OfAMatter.OrderBy(route => route.Method == "GET" ? 0 : 1))
        {
            var pattern = route.Pattern.TrimStart('/');
            var may = WallMatrix.OfAMatter[pattern].HasFlag(walk.Onlooker);

            // Whoever writes a draft may send it; the walk looks and does not write.
            if (may && route.Method != "GET" && route.Parameters.Contains("draft"))
            {
                continue;
            }

            var expected = await walk.AskAsync(route, WalledMatter.NeverThere());
            foreach (var matter in matters)
            {
                var opens = may && (matter.HasResident || pattern != "enquiries/{reference}/resident");
                var answer = await walk.AskAsync(route, matter);
                var row = table.TryGetValue($"{pattern} {route.Method} {matter.Name}", out var found)
                    ? found
                    : table[$"{pattern} {route.Method} {matter.Name}"] = [];
                row[walk.Onlooker] = ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
                if (!opens && !answer.IsSameAs(expected))
                {
                    wrong.Add($"{walk.Onlooker} tells {route} ({matter.Name}) from one that was never there: {answer}");
                }
                else if (!opens && expected.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Redirect))
                {
                    wrong.Add($"{walk.Onlooker} gets {expected.Status} for {route} of a matter that was never there.");
                }
                else if (
                    opens
                    && answer.Status is not (HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Conflict)
                    && (route.Method == "GET" || !WallMatrix.NamesOneThing.Contains(pattern))
                )
                {
                    wrong.Add($"{walk.Onlooker} may open {route} ({matter.Name}) and gets {answer.Status}.");
                }

                if (opens && pattern == "enquiries/{reference}" && !answer.Text.Contains("Marzipan", StringComparison.Ordinal))
                {
                    wrong.Add($"{walk.Onlooker} may read {route} ({matter.Name}) and does not find its words.");
                }

                if (pattern != "enquiries/{reference}/resident" && answer.Text.Contains("Thomasina", StringComparison.Ordinal))
                {
                    wrong.Add($"{route} ({matter.Name}) names the resident.");
                }

                if (!Officers.HasFlag(walk.Onlooker) && answer.Text.Contains("Velveteen", StringComparison.Ordinal))
                {
                    wrong.Add($"{route} ({matter.Name}) shows {walk.Onlooker} a note among officers.");
                }
            }
        }
    }

    private const Onlooker Officers = Onlooker.Owner | Onlooker.ManagerAfter;

    /// <summary>What stands on every page that is about no one matter, so that nothing of the matters can have moved it.</summary>
    private static async Task<Dictionary<(Onlooker, string), string>> SeenElsewhereAsync(IReadOnlyList<Walk> walks)
    {
        var seen = new Dictionary<(Onlooker, string), string>();
        foreach (var walk in walks)
        {
            foreach (var route in walk.Elsewhere)
            {
                seen[(walk.Onlooker, route.ToString())] = await walk.SeenAsync(route);
            }
        }

        return seen;
    }

    private static async Task CompareElsewhereAsync(
        IReadOnlyList<Walk> walks,
        Dictionary<(Onlooker, string), string> before,
        IReadOnlyList<WalledMatter> matters,
        List<string> wrong
    )
    {
        foreach (var walk in walks)
        {
            foreach (var route in walk.Elsewhere.Where(route => walk.Onlooker != Onlooker.SignedOut || route.IsPublic))
            {
                var found = await walk.SeenAsync(route, Search);
                wrong.AddRange(Met(matters, found).Select(word => $"{walk.Onlooker} meets “{word}” on {route} by searching."));
            }
        }

        foreach (var ((onlooker, route), seen) in await SeenElsewhereAsync(walks))
        {
            wrong.AddRange(Met(matters, seen).Select(word => $"{onlooker} meets “{word}” on {route}."));
            if (seen != before[(onlooker, route)] && !WallMatrix.MovesWithTheRecord.Contains(route.Split('/')[^1]))
            {
                wrong.Add($"{onlooker} can tell from {route} that something was asked: {seen}");
            }
        }
    }

    private static IEnumerable<string> Met(IReadOnlyList<WalledMatter> matters, string text) =>
        matters.SelectMany(matter => matter.Words).Where(word => text.Contains(word, StringComparison.Ordinal));

    private void Print(SortedDictionary<string, Dictionary<Onlooker, string>> table)
    {
        var everybody = Enum.GetValues<Onlooker>().Where(onlooker => onlooker != Onlooker.Nobody).ToList();
        var text = new StringBuilder();
        text.Append("".PadRight(64)).AppendJoin(' ', everybody.Select(onlooker => onlooker.ToString().PadRight(17))).AppendLine();
        foreach (var (route, row) in table)
        {
            text.Append(route.PadRight(64))
                .AppendJoin(' ', everybody.Select(onlooker => row.GetValueOrDefault(onlooker, "-").PadRight(17)))
                .AppendLine();
        }

        output.WriteLine(text.ToString());
    }
}
