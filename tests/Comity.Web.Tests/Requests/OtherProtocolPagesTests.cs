using System.Net;
using System.Text.RegularExpressions;
using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Requests;

/// <summary>
/// The whole of an enquiry on its pages, under every protocol that the repository has and under made-up ones that are silent where the others speak. What a
/// page says of a rule is the protocol's: it cites no clause that the protocol does not have.
/// </summary>
public partial class OtherProtocolPagesTests
{
    private const string Explanation = "The contractor found a broken cable, orders the part today and fits it in the week of 20 April.";

    public static IEnumerable<TheoryDataRow<string>> Protocols =>
        Checkout
            .Files(PackFolder.Name, ".md")
            .Where(path => path.EndsWith(".protocol.md", StringComparison.Ordinal))
            .Select(path => path.Split('/')[1])
            .Where(folder => folder is not ("law" or "safeguards" or "national"))
            .Distinct()
            .Concat(["millbrook", "alderford", "stillwater"])
            .Select(key => new TheoryDataRow<string>(key));

    [Theory]
    [MemberData(nameof(Protocols))]
    [Trait("Takes", "long")]
    public async Task Ask_acknowledge_delay_and_answer_under_each_protocol_cites_no_clause_but_its_own(string protocol)
    {
        var texts = TextsOf(protocol);
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, texts);
        var clauses = ClausesOf(texts);
        var seen = new List<Page>();
        var member = await council.AsAsync(council.People.Member);

        var check = await WriteAsync(council, member, seen);
        var sent = await member.SubmitAsync(check, "main form");
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);
        var here = sent.Location!;
        var owner = await council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.Owner).Select(party => party.PersonId).SingleAsync()
        );
        var officer = await council.AsAsync(owner!.Value);
        await LookAsync(member, here, seen);
        foreach (var path in new[] { "", "/acknowledge", "/delay", "/unanswered", "/pause", "/extend", "/why", "/reads" })
        {
            await LookAsync(officer, here + path, seen);
        }

        await SendAsync(officer, here, "acknowledge", seen, ("Explanation", Explanation), ("Explains", "true"));
        await SendAsync(
            officer,
            here,
            "delay",
            seen,
            ("Words", "A part is late."),
            ("ExpectedOn.Day", "30"),
            ("ExpectedOn.Month", "4"),
            ("ExpectedOn.Year", "2026")
        );
        await LookAsync(member, here, seen);
        await LookAsync(member, "/what-i-am-owed", seen);
        await LookAsync(officer, "/what-i-owe", seen);
        await SendAsync(officer, here, "reply", seen, ("Words", "It is mended."));
        await SendAsync(member, here, "follow-up", seen, ("Words", "And the next one?"));
        council.App.Clock.Advance(TimeSpan.FromDays(90));
        await council.DoAsync<Comity.Service.Requests.RemindDue, int>(job => job.ExecuteAsync(default));
        await LookAsync(await council.AsAsync(council.People.Member), here, seen);
        await LookAsync(await council.AsAsync(council.People.Member), here + "/further", seen);

        seen.SelectMany(page => Cited().Matches(page.Text).Select(match => match.Groups[1].Value.TrimEnd('.')))
            .Distinct()
            .Where(clause => !clauses.Contains(clause))
            .ShouldBeEmpty($"{protocol} has no such clause.");
    }

    [Fact]
    public async Task Answer_under_a_protocol_that_says_little_is_told_of_each_silence_and_offered_nothing_that_nobody_gave()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TextsOf("millbrook"));
        var member = await council.AsAsync(council.People.Member);
        var officer = await council.AsAsync(council.People.Officer);
        var check = await WriteAsync(council, member, []);
        check.Text.ShouldContain("An answer is owed by Wednesday 15 April 2026");
        check.Text.ShouldContain("clause 12.7");
        var here = (await member.SubmitAsync(check, "main form")).Location!;

        (await officer.GetAsync(here + "/acknowledge")).Text.ShouldContain("The protocol says nothing of acknowledgements.");
        (await officer.GetAsync(here + "/delay")).Text.ShouldContain("The protocol says nothing of telling a member about a delay.");
        (await officer.GetAsync(here + "/unanswered")).Text.ShouldContain("The protocol names no message that may be left unanswered");
        var offered = (await officer.GetAsync(here)).Document.QuerySelector(".comity-actions")!.TextContent;
        offered.ShouldContain("Acknowledge");
        offered.ShouldNotContain("Leave an abusive message unanswered");
        offered.ShouldNotContain("pause");
        offered.ShouldNotContain("Put the date back");
    }

    [Fact]
    public async Task Ask_under_a_protocol_without_any_time_says_that_there_is_none()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TextsOf("stillwater"));
        var member = await council.AsAsync(council.People.Member);

        var check = await WriteAsync(council, member, []);
        check.Text.ShouldContain("The protocol gives no time for an answer, and the council has settled none.");
        var here = (await member.SubmitAsync(check, "main form")).Location!;

        var page = await member.GetAsync(here);
        page.Text.ShouldContain("An answer is owed, with no date");
        page.Text.ShouldContain("The protocol gives no time for an answer. The council has arranged none.");
        (await (await council.AsAsync(council.People.Officer)).GetAsync("/what-i-owe")).Text.ShouldContain("No date");
    }

    [Fact]
    public async Task Settle_a_figure_that_the_protocol_leaves_to_the_council_is_offered_under_that_protocol_alone()
    {
        await using var alderford = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TextsOf("alderford"));
        await using var usual = await WiganCouncil.StartAsync();

        (await (await alderford.AsAsync(alderford.People.Clerk)).GetAsync("/arrangements")).Text.ShouldContain(
            "The council’s own figure: enquiries"
        );
        (await (await usual.AsAsync(usual.People.Clerk)).GetAsync("/arrangements")).Text.ShouldNotContain("The council’s own figure");
    }

    [Fact]
    public async Task Send_the_same_form_again_leads_to_the_same_enquiry()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var check = await WriteAsync(council, member, []);

        var first = await member.SubmitAsync(check, "main form");
        var again = await member.SubmitAsync(check, "main form");
        var reload = await member.GetAsync(check.Address.AbsolutePath);

        first.Location.ShouldStartWith("/enquiries/");
        again.Location.ShouldBe(first.Location);
        reload.Location.ShouldBe(first.Location);
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(1);
        var other = await council.AsAsync(council.People.OtherGroupMember);
        (await other.GetAsync(check.Address.AbsolutePath)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static IReadOnlyCollection<SourceText> TextsOf(string protocol) =>
        protocol switch
        {
            "millbrook" => SecondProtocols.Texts(SecondProtocols.Millbrook),
            "alderford" => SecondProtocols.Texts(SecondProtocols.Alderford),
            "stillwater" => SecondProtocols.Texts(SecondProtocols.Stillwater),
            _ => TestPeople.TextsOf(protocol),
        };

    private static HashSet<string> ClausesOf(IReadOnlyCollection<SourceText> texts) =>
        [
            .. texts
                .Where(text => text.Path.EndsWith(".protocol.md", StringComparison.Ordinal))
                .SelectMany(text => Heading().Matches(text.Text).Select(match => match.Groups[1].Value)),
        ];

    /// <summary>From the first page to the last before it is sent; what the protocol asks is answered as it takes it for granted, or else with the first choice.</summary>
    private static async Task<Page> WriteAsync(WiganCouncil council, Visitor member, List<Page> seen)
    {
        var page = await member.SubmitAsync(await member.GetAsync("/ask"), "main form", ("Kind", "enquiry"));
        for (var i = 0; i < 12; i++)
        {
            page = page.Location is { } next ? await member.GetAsync(next) : page;
            page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
            seen.Add(page);
            var path = page.Address.AbsolutePath;
            if (path.EndsWith("/check", StringComparison.Ordinal))
            {
                return page;
            }

            page = path.Split('/')[^1] switch
            {
                "details" => await member.SubmitAsync(
                    page,
                    "main form",
                    ("Subject", "Street light out"),
                    ("Question", "When will it be mended?"),
                    ("ServiceAreaId", council.People.Highways.ToString("D")),
                    ("Capacity", "WardRepresentative")
                ),
                "resident" => await member.SubmitAsync(page, "main form", ("For", "no")),
                _ when page.Document.QuerySelector("main input[name=Value]") is { } choice => await member.SubmitAsync(
                    page,
                    "main form",
                    ("Value", choice.GetAttribute("value"))
                ),
                _ => await member.SubmitAsync(page, "main form", ("Reason", "My ward needs it.")),
            };
            page.Status.ShouldBe(HttpStatusCode.Redirect, page.Text);
        }

        throw new InvalidOperationException($"It goes round in circles at {page.Address}.");
    }

    private static async Task LookAsync(Visitor visitor, string address, List<Page> seen)
    {
        var page = await visitor.GetAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK, $"{address}: {page.Text}");
        seen.Add(page);
    }

    private static async Task SendAsync(
        Visitor visitor,
        string here,
        string what,
        List<Page> seen,
        params (string Name, string? Value)[] fields
    )
    {
        var form = await visitor.GetAsync($"{here}/{what}");
        seen.Add(form);
        var done = await visitor.SubmitAsync(form, "main form", fields);
        done.Status.ShouldBe(HttpStatusCode.Redirect, $"{what}: {done.Text}");
        await LookAsync(visitor, done.Location!, seen);
    }

    [GeneratedRegex(@"[Cc]lause ([\w.]+)")]
    private static partial Regex Cited();

    [GeneratedRegex(@"^#{2,6} (\S+)", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
