using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Rulings;
using Comity.Service.Search;
using Comity.Service.Templates;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Hosting;

/// <summary>
/// A text that no database keeps, and one that is too long for its place, in every text field of every form: the answer is a page that says so, on both
/// databases alike. The forms are found on the pages.
/// </summary>
[Trait("Takes", "long")]
public class HostileTextTests
{
    // A file that no form asks for makes a browser's form of several parts, in which every character comes through.
    private static readonly (string Field, string FileName, byte[] Bytes)[] InParts = [("Unasked", "a.txt", [65])];

    /// <summary>Whether there is room for work is asked where the protocol wants it asked; WorkPageTests does so under another protocol.</summary>
    private static readonly string[] NotUnderWigan = ["enquiries/{reference}/room"];

    private static readonly string TooLong = string.Concat(Enumerable.Repeat("0123456789 abcdefghi ", 4_000));

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Send_a_nul_or_a_book_in_any_text_field_is_answered_by_a_page_that_says_so(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var values = await ValuesAsync(council);
        var routes = (await EveryRoute.OfAsync(council.App)).Where(route => !route.IsPublic).ToList();
        var open = routes
            .Where(route => route is { Method: "GET", Handler: null } && !Path.HasExtension(route.Pattern))
            .Select(route => route.Pattern)
            .ToList();
        var wanted = routes
            .Where(route =>
                route.Method == "POST"
                && route.Fields.Any(field =>
                    field.Type == typeof(string)
                    && !field.Name.Contains("Password", StringComparison.Ordinal)
                    && !route.Parameters.Contains(field.Name, StringComparer.OrdinalIgnoreCase)
                )
            )
            .Select(route => route.Pattern)
            .Distinct()
            .ToHashSet();
        var wrong = new List<string>();
        var tried = new HashSet<string>();
        var visitors = new List<Visitor>();
        foreach (
            var person in new[]
            {
                council.People.Member,
                council.People.Officer,
                council.People.Clerk,
                council.People.MonitoringOfficer,
                council.People.Manager,
                council.People.Director,
            }
        )
        {
            visitors.Add(await council.AsAsync(person));
        }

        // Whoever has a password has pages for it.
        await council.App.AddAccountAsync(council.People.Member, "alex.member@example.org");
        visitors.Add(await council.App.SignedInWithPasswordAsync("alex.member@example.org"));
        foreach (var visitor in visitors)
        {
            foreach (var pattern in open)
            {
                foreach (var address in AddressesOf(pattern, values))
                {
                    if (await TryAsync(visitor, pattern, address, tried, wrong))
                    {
                        wanted.Remove(pattern);
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
        wanted.ExceptWith(NotUnderWigan);
        wanted.ShouldBeEmpty(
            "Nobody could open these: say in the values what stands in their address, and in which state they have a form."
        );
        tried.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task Send_a_nul_keeps_everything_else_that_was_typed_and_writes_nothing()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{reference}/extend");

        foreach (var files in new[] { InParts, [] })
        {
            var answer = await officer.SubmitAsync(form, "main form", files, ("Days", "3"), ("Words", "A part is \0late."));

            answer.ErrorOf("Words").ShouldNotBeNull().ShouldStartWith("There was a character in it that cannot be kept.");
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            answer.Html.ShouldContain("A part is late.");
            answer.Document.QuerySelector<IHtmlInputElement>("#Days")!.Value.ShouldBe("3");
        }

        (await council.MatterVersionAsync(reference)).ShouldBe(1);
    }

    /// <summary>What can stand in an address: an open, an answered and a paused enquiry, a draft, entries of each sort.</summary>
    private static async Task<ILookup<string, string>> ValuesAsync(WiganCouncil council)
    {
        await council.ArrangeAsync(ArrangementKeys.PauseForMember, "yes");
        await council.ArrangeAsync(ArrangementKeys.FollowUpWindow, "20");
        await council.ArrangeAsync(ArrangementKeys.ConcernReview, "monitoring-officer");
        var (asked, answered, paused) = (await council.AskedAsync(), await council.AskedAsync(), await council.AskedAsync());
        var (member, officer, clerk) = (
            await council.ViewerAsync(council.People.Member),
            await council.ViewerAsync(council.People.Officer),
            await council.ViewerAsync(council.People.Clerk)
        );
        await council.DoAsync<ReplyToEnquiry, ActResult>(act =>
            act.ExecuteAsync(new(new MatterAt(answered, 1), "Mended.", []), officer, default)
        );
        await council.DoAsync<PauseClock, ActResult>(act =>
            act.ExecuteAsync(new(new MatterAt(paused, 1), "Which lamp is it?"), officer, default)
        );
        var draft = await council.DoAsync<Drafts, Guid>(drafts =>
            drafts.StartAsync(member, new DraftAnswers { Kind = "information-request" }, default)
        );
        var relationship = await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
            declare.ExecuteAsync(
                member,
                new(council.People.Member, council.People.HousingOfficer, Tie.Family, "We are cousins.", null, new DateOnly(2026, 3, 1)),
                default
            )
        );
        var substitute = await council.DoAsync<StateSubstitute, RegisterChange>(state =>
            state.ExecuteAsync(
                clerk,
                new(
                    "director",
                    null,
                    council.People.HousingOffice,
                    "C/14",
                    new DateOnly(2026, 3, 1),
                    null,
                    new HashSet<string> { "director" }
                ),
                default
            )
        );
        var monitoring = await council.ViewerAsync(council.People.MonitoringOfficer);
        var ruling = await council.DoAsync<MakeRuling, RegisterChange>(make =>
            make.ExecuteAsync(
                monitoring,
                new()
                {
                    Title = "Going to a school",
                    Act = "visit-school",
                    By = "officer",
                    Effect = RulingEffect.NotPermitted,
                    Answer = "Ask the head teacher first.",
                    Reasons = "Nothing says otherwise.",
                    From = new DateOnly(2026, 4, 2),
                },
                default
            )
        );
        ruling.ShouldBeOfType<RegisterChange.Done>(ruling.ToString());
        var holding = await council.ReadAsync(db => db.Holdings.Select(fact => fact.Id).FirstAsync());
        var body = await council.ReadAsync(db => db.Bodies.Select(one => one.Id).FirstAsync());
        await council.DoAsync<SavedViews, string?>(views => views.SaveAsync(member, "Late", "overdue=true", default));
        var template = await council.DoAsync<KeepTemplate, RegisterChange>(keep =>
            keep.ExecuteAsync(new(null, null, TemplateUse.Reply, "Mended", "It is mended.", 0), clerk, default)
        );
        var stages = new HostileStages(council);
        var information = await stages.InformationAsync();
        var meetings = await stages.MeetingsAsync();
        var concerns = new HostileConcerns(council);
        var drafts = await concerns.DraftsAsync();
        var raised = await concerns.RaisedAsync();
        (string Name, object Value)[] values =
        [
            .. information.Concat(meetings).Select(reference => ("reference", (object)reference)),
            .. raised.Select(reference => ("reference", (object)reference)),
            .. drafts.Select(begun => ("draft", (object)begun)),
            ("reference", await stages.ByLawAsync()),
            ("reference", await council.AskedAsync(request => request with { Kind = EnquiryKind.Task })),
            ("reference", await stages.AdviceAsync()),
            ("reference", await stages.NewsAsync()),
            ("item", 1),
            ("id", await stages.EmailAsync()),
            ("?news/new", "kind=ward-proposal"),
            ("?appointments/new", "what=talk&minutes=30"),
            ("view", await council.ReadAsync(db => db.SavedViews.Select(view => view.Id).SingleAsync())),
            ("?find/views", "query=overdue%3Dtrue"),
            ("member", council.People.Member),
            ("template", template.ShouldBeOfType<RegisterChange.Done>().Id),
            ("reference", asked),
            ("reference", answered),
            ("reference", paused),
            ("draft", draft),
            ("id", council.People.Member),
            ("id", council.People.Highways),
            ("person", council.People.Member),
            ("office", council.People.OfficerOffice),
            ("kind", "holding"),
            ("entry", holding),
            ("entry", relationship.ShouldBeOfType<RegisterChange.Done>().Id),
            ("entry", substitute.ShouldBeOfType<RegisterChange.Done>().Id),
            ("ward", council.People.EastWard),
            ("body", body),
            ("duty", "director"),
            ("key", "extension"),
            ("key", "pause-for-member"),
            ("key", "closure-days"),
            ("entry", await council.ReadAsync(db => db.Arrangements.Select(one => one.Id).FirstAsync())),
            ("act", "reply"),
            ("number", "6.2"),
            ("number", "1"),
            ("?rulings/new", "act=visit-school&by=officer"),
            ("layer", "law"),
        ];
        return values.ToLookup(value => value.Name, value => $"{value.Value}");
    }

    private static IEnumerable<string> AddressesOf(string pattern, ILookup<string, string> values)
    {
        var place = Regex.Match(pattern, @"\{\**([^:}?=]+)[^}]*\}");
        return !place.Success
            ? values["?" + pattern.TrimStart('/')]
                .Select(query => $"?{query}")
                .DefaultIfEmpty("")
                .Select(query => "/" + pattern.TrimStart('/') + query)
            : values[place.Groups[1].Value]
                .SelectMany(value => AddressesOf(pattern.Remove(place.Index, place.Length).Insert(place.Index, value), values));
    }

    /// <summary>Tries each text field that nobody has tried yet.</summary>
    /// <returns>False when the person has no such page.</returns>
    private static async Task<bool> TryAsync(Visitor visitor, string pattern, string address, HashSet<string> tried, List<string> wrong)
    {
        var page = await visitor.GetAsync(address);
        if (page.Status != HttpStatusCode.OK)
        {
            return false;
        }

        var forms = page.Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").ToList();
        for (var i = 0; i < forms.Count; i++)
        {
            forms[i].SetAttribute("data-form", $"{i}");
            foreach (var field in forms[i].Elements.Where(IsText).Select(element => element.GetAttribute("name")!).ToList())
            {
                if (!tried.Add($"{pattern} {HandlerOf(forms[i])} {field}"))
                {
                    continue;
                }

                var form = $"form[data-form='{i}']";
                (string What, string Text, (string, string, byte[])[] Files)[] hostile =
                [
                    ("a NUL in parts", "be\0fore", InParts),
                    ("a NUL in an address's writing", "be\0fore", []),
                    ("a book", TooLong, InParts),
                ];
                foreach (var (what, text, files) in hostile)
                {
                    var answer = await visitor.SubmitAsync(page, form, files, (field, text));
                    if (answer.Status != HttpStatusCode.BadRequest || answer.Errors.Count == 0)
                    {
                        wrong.Add($"{address}: {what} in {field} is answered by {(int)answer.Status}: {answer.Heading}");
                    }
                }
            }
        }

        return forms.Count > 0;
    }

    private static string HandlerOf(IHtmlFormElement form) =>
        Regex.Match(form.GetAttribute("action") ?? "", "handler=(\\w+)").Groups[1].Value;

    private static bool IsText(IElement element) =>
        element.GetAttribute("inputmode") != "numeric"
        && element
            is IHtmlTextAreaElement { Name.Length: > 0 }
                or IHtmlInputElement { Name.Length: > 0, Type: "text" or "email" or "search" };
}
