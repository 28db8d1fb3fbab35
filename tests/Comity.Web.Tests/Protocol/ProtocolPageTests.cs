using System.Net;
using Comity.Service.Arrangements;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Protocol;

public class ProtocolPageTests
{
    [Fact]
    public async Task Read_the_protocol_shows_every_clause_with_its_lasting_id_and_every_norm()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();
        var page = await (await SomebodyAsync(app)).GetAsync("/protocol");

        page.Status.ShouldBe(HttpStatusCode.OK);
        var norms = Checkout
            .Read("protocols/wigan/norms.txt")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t')[0])
            .ToList();
        norms.Count.ShouldBe(165);
        norms.Where(norm => !page.Text.Contains($"Norm {norm}", StringComparison.Ordinal)).ShouldBeEmpty();
        page.Document.GetElementById("what-it-is-for")!.TextContent.ShouldContain("1.1 What the protocol is for");
        foreach (var link in page.Document.QuerySelectorAll("main a[href^='#']"))
        {
            page.Document.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull($"{link.GetAttribute("href")} leads nowhere.");
        }

        page.Document.QuerySelectorAll("main [id]").Select(element => element.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Read_the_protocol_shows_what_the_document_leaves_empty_and_what_it_lacks()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync(
            CouncilTexts.WithProtocol(text =>
                text.Replace("layer: protocol\n", "layer: protocol\nminute:\nversion: 3\n", StringComparison.Ordinal)
            )
        );

        var page = await (await SomebodyAsync(app)).GetAsync("/protocol");

        RowOf(page, "Minute").ShouldBe("A gap: the document has this line with nothing on it.");
        RowOf(page, "Version").ShouldBe("3");
        RowOf(page, "Not in the document").ShouldContain("Adopted on");
        RowOf(page, "Not in the document").ShouldNotContain("Version");
    }

    [Fact]
    public async Task Read_the_protocol_shows_gaps_clashes_and_faults_where_they_stand()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();

        var page = await (await SomebodyAsync(app)).GetAsync("/protocol");

        page.Text.ShouldContain("A gap. The protocol gives no date for the full answer once an acknowledgement has explained");
        page.Text.ShouldContain("The text pulls two ways (wigan/4.1/f, wigan/5.1/a).");
        page.Text.ShouldContain("How it is read here: By the ground of the concern.");
        page.Text.ShouldContain("A fault in the text. A word seems to be missing");
    }

    [Fact]
    public async Task Read_the_protocol_shows_the_councils_own_choice_as_that_and_what_is_still_open()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();
        var clerk = await app.AddPersonAsync("Cleo Reed", "clerk");
        await using (var db = app.OpenDatabase())
        {
            db.Add(
                new Arrangement
                {
                    Id = Guid.CreateVersion7(),
                    Key = ArrangementKeys.FollowUpWindow,
                    Value = "10",
                    AuthorPersonId = clerk,
                    Minute = "Council, 12 May 2025, minute 41",
                    From = new DateOnly(2025, 6, 1),
                    RecordedAt = app.Clock.Now,
                }
            );
            await db.SaveChangesAsync();
        }

        var page = await (await app.SignedInAsync(clerk)).GetAsync("/protocol");

        var settled = page.Document.GetElementById("settled-by-the-council")!.TextContent;
        settled.ShouldContain("The council’s choice");
        settled.ShouldContain("10 working days");
        settled.ShouldContain("Council, 12 May 2025, minute 41");
        settled.ShouldContain("Cleo Reed");
        settled.ShouldContain("The protocol gives no pause.");
    }

    [Fact]
    public async Task Read_a_clause_by_number_and_by_lasting_id_shows_its_rules_in_words()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();
        var reader = await SomebodyAsync(app);

        var byNumber = await reader.GetAsync("/protocol/clauses/1.1");
        var byId = await reader.GetAsync("/protocol/clauses/what-it-is-for");

        byNumber.Heading.ShouldContain("Clause 1.1");
        byNumber.Text.ShouldContain("Guidance");
        byNumber.Text.ShouldContain("An exception: it takes the place of wigan/3/c, wigan/6.2/a");
        byId.Text.ShouldBe(byNumber.Text);
    }

    [Theory]
    [InlineData("/protocol/clauses/99.9")]
    [InlineData("/protocol/clauses/%3Cscript%3E")]
    [InlineData("/protocol/arrangements")]
    [InlineData("/protocol?edition=0193000000007000800000000000ffff")]
    [InlineData("/protocol?edition=rubbish")]
    public async Task Ask_for_what_is_not_there_gives_the_one_not_found_page(string path)
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();
        var reader = await SomebodyAsync(app);

        var page = await reader.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Html.ShouldBe((await reader.GetAsync("/no-such-page")).Html);
    }

    [Fact]
    public async Task Search_shows_only_the_clauses_that_have_every_word()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();
        var reader = await SomebodyAsync(app);

        var page = await reader.GetAsync("/protocol?search=ALREADY%20custom%20follows");

        page.Document.QuerySelectorAll(".comity-clause").Select(clause => clause.Id).ShouldBe(["custom-written-down"]);
        page.Document.GetElementById("found")!.TextContent.ShouldBe("1 clause has “ALREADY custom follows”");
        page.Document.GetElementById("search")!.GetAttribute("value").ShouldBe("ALREADY custom follows");
        (await reader.GetAsync("/protocol?search=zebra")).Document.GetElementById("found")!.TextContent.ShouldBe("No clause has “zebra”");
        (await reader.GetAsync("/protocol?search=%3Cb%3E")).Html.ShouldNotContain("<b>");
    }

    [Fact]
    public async Task Show_prose_as_text_whatever_stands_in_it()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync(
            CouncilTexts.WithProtocol(text =>
                text.Replace(
                    "Most of what follows was already custom.",
                    "Most <script>alert(1)</script> of what follows was already custom.",
                    StringComparison.Ordinal
                )
            )
        );

        var page = await (await SomebodyAsync(app)).GetAsync("/protocol/clauses/1.2");

        page.Text.ShouldContain("Most <script>alert(1)</script> of what follows");
        page.Document.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/protocol/law", "This is not the council’s protocol. It is law", "Norm foi/")]
    [InlineData("/protocol/safeguards", "never cited as one", "Nobody decides about themselves")]
    public async Task Read_what_stands_beside_the_protocol_is_marked_as_not_the_protocols(string path, string mark, string content)
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();
        var reader = await SomebodyAsync(app);

        var page = await reader.GetAsync(path);

        page.Text.ShouldContain(mark);
        page.Text.ShouldContain(content);
        (await reader.GetAsync("/protocol")).Text.ShouldNotContain(content);
    }

    [Fact]
    public async Task Read_the_law_says_source_days_and_what_is_not_verified()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();

        var page = await (await SomebodyAsync(app)).GetAsync("/protocol/law");

        page.Text.ShouldContain("Local Government Act 1972 s.100F");
        page.Text.ShouldContain("From 1 March 2006");
        var listed = page.Document.QuerySelector("#unverified")!.ParentElement!.QuerySelectorAll("ul")[0];
        listed.TextContent.ShouldContain("that 1 January 2005 was the first day");
        foreach (var link in listed.QuerySelectorAll("a"))
        {
            page.Document.QuerySelector($"main [id='{link.GetAttribute("href")![1..]}']").ShouldNotBeNull();
        }

        page.Document.QuerySelectorAll("main [id]").Select(found => found.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Read_an_older_edition_says_that_it_is_not_in_force()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.TakeUpAsync(
            CouncilTexts.WithProtocol(text =>
                text.Replace("Most of what follows was already custom.", "All of it is new.", StringComparison.Ordinal)
            )
        );
        var reader = await SomebodyAsync(app);

        var versions = await reader.GetAsync("/protocol/versions");
        var links = versions.Document.QuerySelectorAll("main h2 a").Select(link => link.GetAttribute("href")!).ToList();
        var newer = await reader.GetAsync(links[0]);
        var older = await reader.GetAsync(links[1]);

        links.Count.ShouldBe(2);
        versions
            .Document.QuerySelectorAll("main h2")
            .Select(heading => heading.QuerySelector("a")!.TextContent.Trim())
            .ShouldBe(["From Friday 3 April 2026", "From Thursday 2 April 2026"]);
        versions
            .Document.QuerySelectorAll("main h2")
            .Select(heading => heading.TextContent.Contains("In force", StringComparison.Ordinal))
            .ShouldBe([true, false]);
        versions.Document.QuerySelectorAll("main section")[0].QuerySelectorAll("li").Length.ShouldBe(1);
        versions.Document.QuerySelectorAll("main section")[0].TextContent.ShouldContain(CouncilTexts.Protocol);
        newer.Text.ShouldContain("All of it is new.");
        newer.Text.ShouldNotContain("another edition than the one in force");
        older.Text.ShouldContain("Most of what follows was already custom.");
        older.Text.ShouldContain("another edition than the one in force");
    }

    [Fact]
    public async Task Read_a_protocol_that_adds_to_a_national_one_shows_both_and_who_laid_the_other_down()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("scottish-council"));
        var reader = await council.AsAsync(council.People.Member);

        var page = await reader.GetAsync("/protocol");
        var locked = await reader.GetAsync("/protocol/clauses/3");
        var own = await reader.GetAsync("/protocol/clauses/A3");

        RowOf(page, "Adds to").ShouldContain("laid down by the Scottish Ministers");
        page.Document.GetElementById("national-trust")!.TextContent.ShouldContain("Laid down for all councils");
        page.Document.GetElementById("local-sharing")!.TextContent.ShouldNotContain("Laid down for all councils");
        locked.Text.ShouldContain("The council may add to it and not change it.");
        own.Text.ShouldContain("consultation with the person it is about");
    }

    [Fact]
    public async Task Read_before_any_text_was_taken_up_says_so()
    {
        await using var app = await ComityApp.StartAsync();
        var reader = await SomebodyAsync(app);
        await using (var db = app.OpenDatabase())
        {
            await db.TextEditions.ExecuteDeleteAsync();
        }

        (await reader.GetAsync("/protocol")).Text.ShouldContain("has not taken up a protocol yet");
        (await reader.GetAsync("/protocol/versions")).Text.ShouldContain("has not taken up a protocol yet");
        (await reader.GetAsync("/protocol/law")).Text.ShouldContain("There is nothing here yet.");
        (await reader.GetAsync("/protocol/clauses/1.1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/protocol")]
    [InlineData("/protocol/clauses/1.1")]
    [InlineData("/protocol/law")]
    [InlineData("/protocol/versions")]
    public async Task Read_without_signing_in_leads_to_the_sign_in_page(string path)
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();

        var page = await app.NewVisitor().GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.Redirect);
        page.Location!.ShouldContain("/demonstration");
    }

    private static async Task<Visitor> SomebodyAsync(ComityApp app) =>
        await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

    private static string RowOf(Page page, string key) =>
        page.Document.QuerySelectorAll(".govuk-summary-list__row")
            .FirstOrDefault(row => row.QuerySelector("dt")!.TextContent.Trim() == key)
            ?.QuerySelector("dd")
            ?.TextContent.Trim()
        ?? "";
}
