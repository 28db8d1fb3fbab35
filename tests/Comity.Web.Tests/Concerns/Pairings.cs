using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.Kept;

namespace Comity.Web.Tests.Concerns;

/// <summary>Raises a concern between every two of a council's roles, as the people themselves at their browsers.</summary>
internal sealed partial class Pairings(ConcernCouncil council, RegisterRead register, IReadOnlyList<PairedPerson> people)
{
    // What is answered with yes where a protocol asks for it; everything else with no.
    private static readonly string[] Yes = ["about-employment", "code-breach-alleged", "sufficiently-serious"];

    private static readonly PairedPerson Public = new("public", Guid.Empty, "somebody from outside", ["public"]);

    private readonly List<string> _wrong = [];

    /// <summary>What does not stand as the protocol has it.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    public static async Task<Pairings> OfAsync(ConcernCouncil council)
    {
        await using var db = council.App.OpenDatabase();
        var register = await RegisterRead.OfAsync(db, council.Demonstration, council.Today);
        var places = await council.RegisterAsync();
        var people = new SortedDictionary<string, PairedPerson>(StringComparer.Ordinal);
        foreach (
            var held in places.AllHeld(council.Today).OrderBy(held => held.Title, StringComparer.Ordinal).ThenBy(held => held.PersonId)
        )
        {
            var roles = RolesOf(places, register, held.PersonId, council.Today);
            foreach (var role in roles)
            {
                people.TryAdd(role, new PairedPerson(role, held.PersonId, register.NameOf(held.PersonId), roles));
            }
        }

        return new Pairings(council, register, [.. people.Values]);
    }

    public IEnumerable<(PairedPerson By, PairedPerson About)> Pairs =>
        people.SelectMany(_ => people, (by, about) => (by, about)).Where(pair => pair.by.Id != pair.about.Id);

    /// <summary>Somebody from outside without an account, about everybody who stands for a role.</summary>
    public IEnumerable<(PairedPerson By, PairedPerson About)> FromOutside => people.Select(about => (Public, about));

    /// <summary>The acts that somebody has with a concern about somebody.</summary>
    public static IEnumerable<string> ActsOf(PairedPerson by, PairedPerson about) =>
        ConcernAct.Between(by.IsStaff, about.IsMember).Select(act => act.Key);

    /// <summary>Fills in whom it is about and what it is, looks at who would hear it, and judges that.</summary>
    public async Task<PairingSeen> LookAsync(string act, PairedPerson by, PairedPerson about)
    {
        var visitor = await council.AsAsync(by.Id);
        var viewer = await council.ViewerAsync(by.Id);
        var draft = await council.DoAsync<ConcernDrafts, Guid>(async drafts =>
        {
            var id = await drafts.StartAsync(viewer, default);
            await drafts.ChangeAsync(
                id,
                viewer,
                new ConcernDraft
                {
                    About = about.Id,
                    Act = act,
                    WhatHappened = $"{PairingTests.Word} of {by.Role} about {about.Role}.",
                    PutRight = "An apology.",
                    Consents = [],
                },
                default
            );
            return id;
        });
        var page = await AnsweredAsync(visitor, $"/concerns/raise/{draft:D}/protocol");
        var talks = page.Heading.StartsWith("First a talk", StringComparison.Ordinal);
        if (talks)
        {
            await visitor.SubmitAsync(page, "main form", ("Talk", "without"), ("WithoutTalk", "It was tried."));
            page = await AnsweredAsync(visitor, $"/concerns/raise/{draft:D}/protocol");
        }

        return Judge(page, act, by, about, talks) with
        {
            Draft = draft,
        };
    }

    /// <summary>Fills the form in that needs no account, looks at who would hear it, and judges that.</summary>
    /// <returns>What the page showed, and the page on which it is sent.</returns>
    public async Task<(PairingSeen Seen, Visitor Reporter, Page Check)> LookFromOutsideAsync(string act, PairedPerson about)
    {
        var visitor = council.App.NewVisitor(AddressOf(about));
        var page = await visitor.SubmitAsync(
            await visitor.GetAsync("/concerns/report"),
            "main form",
            ("Person", about.Id.ToString()),
            ("WhatHappened", $"{PairingTests.Word} from outside about {about.Role}."),
            ("PutRight", "An apology."),
            ("IsCodeComplaint", act == ConcernAct.CodeComplaint.Key ? "true" : null)
        );
        for (var asked = 0; asked < 12 && page.Document.QuerySelector("main form[action*=Answer]") is { } questions; asked++)
        {
            var facts = questions.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Select(input => input.Name!).Distinct();
            page = await visitor.SubmitAsync(
                page,
                "main form[action*=Answer]",
                [.. facts.Select(name => (name, (string?)(Yes.Contains(name["Facts[".Length..^1]) ? "yes" : "no")))]
            );
        }

        page.Heading.ShouldBe("Check before you send", page.Text);
        return (Judge(page, act, Public, about, talks: false), visitor, page);
    }

    /// <summary>Sends what was looked at; gives those who may know of it.</summary>
    public static async Task<IReadOnlyList<string>> SendFromOutsideAsync(PairingSeen seen, Visitor reporter, Page check)
    {
        var door = check.Document.QuerySelectorAll<IHtmlInputElement>("main input[name=Door]").Select(input => input.Value).First();
        var sent = await reporter.SubmitAsync(check, "main form[action*=Send]", ("Door", door));
        sent.Heading.ShouldBe("Your concern has been sent", sent.Text);
        return seen.Shown[0];
    }

    // Nobody reports so often from one place.
    private string AddressOf(PairedPerson about) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"203.0.113.{people.Index().First(one => one.Item == about).Index + 1}"
        );

    private PairingSeen Judge(Page page, string act, PairedPerson by, PairedPerson about, bool talks)
    {
        var steps = ExpectedWay.For(council.Demonstration.ProtocolKey, act, by, about).Steps.ToList();
        Check(talks == (steps is [ExpectedWay.Talk, ..]), $"a first talk is {(talks ? "" : "not ")}shown");
        var shown = page
            .Document.QuerySelectorAll("main ul.govuk-list li > strong")
            .Select(item =>
                (IReadOnlyList<string>)[.. NameBeforeTitle().Matches(item.TextContent).Select(found => found.Groups[1].Value.Trim())]
            )
            .ToList();
        var titles = page
            .Document.QuerySelectorAll("main ul.govuk-list li > strong")
            .Select(item => string.Join(" and ", Title().Matches(item.TextContent).Select(found => found.Groups[1].Value).Distinct()))
            .ToList();
        var source = page.Document.QuerySelector("main ul.govuk-list li > span.comity-quiet")?.TextContent.Split(": ")[0] ?? "";
        var hears = !page.Text.Contains("only says who hears it", StringComparison.Ordinal);
        var wanted = steps
            .Where(step => step != ExpectedWay.Talk)
            .Select(step => Doors(step, by, about))
            .FirstOrDefault(doors => doors.Count > 0);
        if (wanted is null)
        {
            // Nobody hears it by the protocol, and the council has settled nothing: one person who is no party only says who does.
            Check(!hears && shown is [[_]], $"nobody hears it, and the page shows {Words(shown)}");
            Check(
                page.Text.Contains("The protocol does not say who hears this.", StringComparison.Ordinal),
                "the page does not say that the protocol is silent"
            );
        }
        else
        {
            Check(hears && shown.Count == wanted.Count, $"{wanted.Count} ways are written, and the page shows {Words(shown)}");
            Check(
                shown.All(door => wanted.Any(one => one.Fits(door))),
                $"{string.Join(" or ", wanted)} hears it, and the page shows {Words(shown)}"
            );
        }

        Check(
            shown.SelectMany(door => door).All(name => name != by.Name && name != about.Name),
            $"a party hears it: the page shows {Words(shown)}"
        );
        var keptOut = page.Document.QuerySelectorAll("main ul.govuk-list li").Select(item => item.TextContent.Trim());
        Check(keptOut.Contains(about.Name), "the page does not say that the person whom it is about hears nothing");
        return new PairingSeen(act, by, about, Guid.Empty, shown, hears, talks) { Titles = titles, Source = source };

        void Check(bool holds, string otherwise)
        {
            if (!holds)
            {
                _wrong.Add($"{act} by {by.Role} about {about.Role}: {otherwise}");
            }
        }
    }

    /// <summary>Sends what was looked at; gives the concern's reference and those who may know of it.</summary>
    public async Task<(string Reference, IReadOnlyList<string> Names)> SendAsync(PairingSeen seen)
    {
        var visitor = await council.AsAsync(seen.By.Id);
        var check = await visitor.GetAsync($"/concerns/raise/{seen.Draft:D}/check");
        check.Status.ShouldBe(HttpStatusCode.OK, $"{seen.By.Role} about {seen.About.Role}: {check.Text}");
        var doors = check.Document.QuerySelectorAll<IHtmlInputElement>("main input[name=Door]").Select(input => input.Value).ToList();
        var sent = await visitor.SubmitAsync(check, "main form:not([action])", ("Door", doors[0]));
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);
        return (sent.Location!.Split('/')[^1], [seen.By.Name, .. seen.Shown[0]]);
    }

    /// <summary>Answers what the protocol asks, until it says who hears it.</summary>
    private static async Task<Page> AnsweredAsync(Visitor visitor, string address)
    {
        var page = await visitor.GetAsync(address);
        for (var asked = 0; asked < 12 && page.Document.QuerySelector<IHtmlInputElement>("main input[name=Fact]") is { } fact; asked++)
        {
            await visitor.SubmitAsync(page, "main form", ("Value", Yes.Contains(fact.Value) ? "yes" : "no"));
            page = await visitor.GetAsync(address);
        }

        return page;
    }

    private List<ExpectedDoor> Doors(string step, PairedPerson by, PairedPerson about)
    {
        Guid[] parties = [by.Id, about.Id];
        var isBody = step is "personnel-group" or "personnel-committee";

        // Whoever stands in is looked for when nobody is left of those who are written.
        return Ways(standIns: false) is { Count: > 0 } written ? written : Ways(standIns: true);

        List<ExpectedDoor> Ways(bool standIns) =>
            [
                .. step.Split(" | ")
                    .Select(alternative => alternative.Split(" & ").Select(term => Of(term, standIns)).ToList())
                    .Where(together => together.TrueForAll(candidates => candidates.Count > 0))
                    .Select(together => new ExpectedDoor(together, isBody)),
            ];

        List<string> Of(string term, bool standIns)
        {
            var words = term.Split(" of ");
            IReadOnlyList<Guid> written = words switch
            {
                ["line-manager", var whose] => register.LineManagers(whose == "actor" ? by.Id : about.Id),
                [var role, _] => register.Above(role, about.Id),
                _ => register.Holders(term),
            };
            var may = written.Except(parties).ToList();
            var found = may.Count > 0 || !standIns ? may : [.. register.StandIns(words[0]).Except(parties)];
            return [.. found.Select(register.NameOf)];
        }
    }

    [GeneratedRegex(@"(?:^|\) and )([^(]+) \(")]
    private static partial Regex NameBeforeTitle();

    [GeneratedRegex(@" \(([^)]+)\)")]
    private static partial Regex Title();

    private static string Words(IEnumerable<IReadOnlyList<string>> doors) =>
        string.Join(" or ", doors.Select(door => string.Join(" and ", door))) is { Length: > 0 } words ? words : "nobody";

    private static IReadOnlyList<string> RolesOf(CouncilRegister places, RegisterRead register, Guid person, DateOnly on) =>
        [
            .. register
                .RolesOf(person)
                .Concat(places.PlacesOf(person, on).SelectMany(place => place.Roles))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private sealed record ExpectedDoor(IReadOnlyList<List<string>> Together, bool IsBody)
    {
        public bool Fits(IReadOnlyList<string> shown) =>
            IsBody
                ? shown.Order().SequenceEqual(Together.SelectMany(names => names).Distinct().Order())
                : shown.Count == Together.Count && Together.Zip(shown).All(pair => pair.First.Contains(pair.Second));

        public override string ToString() => string.Join(" and ", Together.Select(names => string.Join("/", names)));
    }
}
