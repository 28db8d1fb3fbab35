using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Walls;

/// <summary>Every route, as every kind of viewer, for every kind of matter. The routes are found by reflection.</summary>
public sealed class WallTests(ITestOutputHelper output)
{
    // A prefix of the words looked for: a page that repeats what was searched for gives nothing away by it.
    private const string Search = "?find=Quillfeath&q=Quillfeath&search=Quillfeath&all=true";

    private static readonly Onlooker[] Afterwards = [Onlooker.ManagerAfter, Onlooker.DeputyAfterwards];

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Trait("Takes", "long")]
    public async Task Walk_every_route_as_everybody_meets_only_what_was_granted(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var people = await WallPeople.AddAsync(council);
        var routes = await EveryRoute.OfAsync(council.App);
        routes
            .Where(Walk.IsOfAMatter)
            .Select(route => route.Pattern.TrimStart('/'))
            .Distinct()
            .Where(pattern => !WallMatrix.OfAMatter.ContainsKey(pattern))
            .ShouldBeEmpty("The matrix does not say who may open these pages.");

        var walks = Enum.GetValues<Onlooker>().Except(Afterwards).Select(onlooker => new Walk(council, people, routes, onlooker)).ToList();
        var seenBefore = await SeenElsewhereAsync(walks);
        var matters = await WalledMatter.AskAsync(council, people);
        var found = new Findings(matters);
        foreach (var walk in walks)
        {
            await WalkMattersAsync(walk, matters, found);
        }

        await CompareElsewhereAsync(walks, seenBefore, matters, found);
        await ReadTheMailAsync(council, people, matters, found);

        // Due on 20 April; on the 22nd it goes to the line manager, and the deputy's days are over.
        council.App.Clock.Set(new DateTime(2026, 4, 22, 9, 0, 0, DateTimeKind.Utc));
        (await council.DoAsync<RemindDue, int>(remind => remind.ExecuteAsync(default))).ShouldBeGreaterThan(0);
        foreach (var onlooker in Afterwards)
        {
            await WalkMattersAsync(new Walk(council, people, routes, onlooker), matters, found);
        }

        await ForgeAsync(walks, matters, found);
        output.WriteLine(found.Table());
        found.Wrong.ShouldBeEmpty();
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

    private static async Task WalkMattersAsync(Walk walk, IReadOnlyList<WalledMatter> matters, Findings found)
    {
        foreach (var route in walk.OfAMatter.OrderBy(route => route.Method == "GET" ? 0 : 1))
        {
            var expected = await walk.AskAsync(route, WalledMatter.NeverThere());
            foreach (var matter in matters.Where(matter => Meets(walk.Onlooker, matter)))
            {
                var opens = Opens(route, matter, walk.Onlooker);

                // Whoever writes a draft may send it; the walk looks and does not write.
                if (!(opens && matter.IsDraft && route.Method != "GET"))
                {
                    found.Judge(walk.Onlooker, route, matter, opens, await walk.AskAsync(route, matter), expected);
                }
            }
        }
    }

    /// <summary>
    /// Before the sign-in all matters are one; and how a matter came about is nothing to somebody who had no part in it, so that those tell no
    /// more than the first of their kind.
    /// </summary>
    private static bool Meets(Onlooker onlooker, WalledMatter matter) =>
        onlooker switch
        {
            Onlooker.SignedOut or Onlooker.OtherCouncil => matter.IsSealed || matter.IsDraft,
            Onlooker.FormerOwner => true,
            _ => !matter.IsSpecial || matter.Of(onlooker) != Stands.Nowhere,
        };

    private static bool Opens(Route route, WalledMatter matter, Onlooker onlooker)
    {
        var pattern = route.Pattern.TrimStart('/');
        return (WallMatrix.OfAMatter[pattern] & matter.Of(onlooker)) != Stands.Nowhere
            && matter.IsDraft == route.Parameters.Contains("draft")
            && matter.IsConcern == pattern.StartsWith("concerns/", StringComparison.Ordinal)
            && (matter.HasResident || pattern != "enquiries/{reference}/resident");
    }

    /// <summary>What stands on every page that is about no one matter, so that nothing of the matters can have moved it.</summary>
    private static async Task<Dictionary<(Onlooker, Route), string>> SeenElsewhereAsync(IReadOnlyList<Walk> walks)
    {
        var seen = new Dictionary<(Onlooker, Route), string>();
        foreach (var walk in walks)
        {
            foreach (var route in walk.Elsewhere)
            {
                seen[(walk.Onlooker, route)] = await walk.SeenAsync(route);
            }
        }

        return seen;
    }

    private static async Task CompareElsewhereAsync(
        IReadOnlyList<Walk> walks,
        Dictionary<(Onlooker, Route), string> before,
        IReadOnlyList<WalledMatter> matters,
        Findings found
    )
    {
        foreach (var walk in walks)
        {
            foreach (var route in walk.Elsewhere.Where(route => walk.Onlooker != Onlooker.SignedOut || route.IsPublic))
            {
                found.Look(walk.Onlooker, route, "by searching", await walk.SeenAsync(route, Search));
            }
        }

        foreach (var ((onlooker, route), seen) in await SeenElsewhereAsync(walks))
        {
            found.Look(onlooker, route, "", seen);
            if (
                seen != before[(onlooker, route)]
                && matters.All(matter => matter.Of(onlooker) == Stands.Nowhere)
                && !WallMatrix.MovesWithTheRecord.Contains(route.Pattern.Split('/')[^1])
                && !WallMatrix.MovesWithTheRecord.Contains(route.Pattern.TrimStart('/'))
            )
            {
                found.Wrong.Add($"{onlooker} can tell from {route} that something was asked: {seen}");
            }
        }
    }

    /// <summary>Mail goes to those who stand to the matter or did, and says nothing of it; of a sealed one not even which.</summary>
    private static async Task ReadTheMailAsync(WiganCouncil council, WallPeople people, IReadOnlyList<WalledMatter> matters, Findings found)
    {
        var mail = await council.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync());
        foreach (var matter in matters.Where(matter => !matter.IsDraft))
        {
            var about = mail.Where(one => $"{one.Subject} {one.Body}".Contains(matter.Reference, StringComparison.Ordinal)).ToList();
            Guid?[] told =
            [
                .. matter.Standing.Keys.Select(people.Of),
                .. matter.Name == "passed on" ? [people.FormerOwner] : Array.Empty<Guid?>(),
            ];
            found.Wrong.AddRange(
                about.Where(one => !told.Contains(one.ToPersonId)).Select(one => $"{one.ToAddress} gets mail about {matter.Name}.")
            );
            if (!matter.IsSealed && about.Count < 2)
            {
                found.Wrong.Add($"Nobody is told of {matter.Name}.");
            }
        }

        found.Wrong.AddRange(
            from matter in matters
            from word in matter.Words.Where(word => word != matter.Reference)
            from one in mail.Where(one => $"{one.Subject} {one.Body}".Contains(word, StringComparison.Ordinal))
            select $"Mail to {one.ToAddress} says “{word}”."
        );
    }

    /// <summary>A form of no matter that names a walled one is answered as if it named one that was never there.</summary>
    private static async Task ForgeAsync(IReadOnlyList<Walk> walks, IReadOnlyList<WalledMatter> matters, Findings found)
    {
        var (matter, missing) = (matters.First(matter => matter.IsSealed), WalledMatter.NeverThere());
        var sent = 0;
        foreach (var walk in walks.Where(walk => matter.Of(walk.Onlooker) == Stands.Nowhere))
        {
            foreach (var route in walk.FormsElsewhere)
            {
                foreach (var id in new[] { matter.Id, matter.FileId })
                {
                    sent++;
                    var expected = await walk.ForgeAsync(route, missing, Guid.CreateVersion7());
                    var answer = await walk.ForgeAsync(route, matter, id);
                    found.Look(walk.Onlooker, route, "by a forged form", answer);
                    if (answer != expected && !answer.Contains("application/zip", StringComparison.Ordinal))
                    {
                        found.Wrong.Add(
                            $"{walk.Onlooker} tells by a forged form of {route} that the matter is there: {answer}\n{expected}"
                        );
                    }
                }
            }
        }

        sent.ShouldBeGreaterThan(200);
    }
}
