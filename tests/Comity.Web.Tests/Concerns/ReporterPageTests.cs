using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Comity.Service.Concerns;
using Comity.Service.Matters;
using Comity.Testing;
using Comity.Web.Pages.Concerns.Report;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Concerns;

/// <summary>Somebody without an account raises a concern and comes back with their code.</summary>
public sealed class ReporterPageTests
{
    private const string Happened = "The officer laughed at my Marzipan form.";
    private const string Name = "Winifred Ashgrove, 4 Cuckoo Walk";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Report_without_an_account_is_heard_answered_and_withdrawn_with_the_code(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (code, check) = await ReportAsync(council);

        // The protocol is for members and officers: it is silent, and the Monitoring Officer is asked who hears it, without a word of it.
        check.Text.ShouldContain("The protocol does not say who hears this.");
        check.Text.ShouldContain("Jo Monitoring (Monitoring Officer) only says who hears it");
        var reference = await council.ReadAsync(db => db.Matters.Select(matter => matter.Reference).SingleAsync());
        var asked = await (await council.AsAsync(council.People.MonitoringOfficer)).GetAsync($"/concerns/{reference}");
        asked.Text.ShouldContain("Somebody from outside the council");
        asked.Text.ShouldNotContain(Happened);

        // Named by the Monitoring Officer, the manager hears it and writes to somebody unknown.
        await NameHearerAsync(council, reference);
        var hearer = await council.AsAsync(council.People.Manager);
        var heard = await hearer.GetAsync($"/concerns/{reference}");
        heard.Text.ShouldContain(Happened);
        heard.Text.ShouldContain(Name);
        var sent = await hearer.SubmitAsync(
            await hearer.GetAsync($"/concerns/{reference}/write"),
            "main form",
            ("Words", "Which form was it?")
        );
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);

        var back = await ComeBackAsync(council, code.ToLowerInvariant().Replace('-', ' '));
        back.Page.Text.ShouldContain("Which form was it?");
        var answered = await back.Visitor.SubmitAsync(
            back.Page,
            "main form[action*=Write]",
            [("Files", "form.txt", "Wainscot"u8.ToArray())],
            ("Words", "The blue one.")
        );
        answered.Status.ShouldBe(HttpStatusCode.OK, answered.Text);
        (await hearer.GetAsync($"/concerns/{reference}")).Text.ShouldContain("The blue one.");

        var withdrawn = await back.Visitor.SubmitAsync(answered, "main form[action*=Withdraw]");
        withdrawn.Text.ShouldContain("It has been withdrawn.");
        (await council.ReadAsync(db => db.Matters.Select(matter => matter.State).SingleAsync())).ShouldBe(MatterState.Closed);
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Report_without_an_account_keeps_neither_the_code_nor_the_address_nor_a_cookie_that_says_who(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (code, _) = await ReportAsync(council);
        var bare = code.Replace("-", "", StringComparison.Ordinal);

        var rows = await council.ReadAsync(async db =>
        {
            var grants = await db.Grants.AsNoTracking().Select(grant => grant.Token).ToListAsync();
            var parties = await db.MatterParties.AsNoTracking().ToListAsync();
            parties.ShouldAllBe(party => party.PersonId == null && party.OfficeId == null);
            var actors = await db.RecordEntries.AsNoTracking().Select(entry => entry.ActorToken).ToListAsync();
            var texts = await db.Contents.AsNoTracking().Select(item => item.Text).ToListAsync();
            return grants.Concat(actors).Concat(parties.Select(party => party.Token)).Concat(texts.OfType<string>()).ToList();
        });
        string[] secrets = [code, bare, Happened, Name, "203.0.113.7"];
        rows.Where(row => secrets.Any(secret => row.Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        council
            .App.Log.Lines.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Come_back_with_a_wrong_code_gets_one_answer_whatever_is_wrong_with_it_and_after_many_tries_none()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (code, _) = await ReportAsync(council);
        var wrong = (code[0] == '7' ? '8' : '7') + code[1..];

        var answers = new List<string>();
        foreach (var tried in new[] { wrong, "nonsense", "", ReporterCode.New() })
        {
            var page = (await ComeBackAsync(council, tried)).Page;
            page.Status.ShouldBe(HttpStatusCode.BadRequest);
            page.Errors.ShouldBe([WithCodeModel.Wrong]);
            answers.Add(page.Text);
        }

        answers.Distinct().ShouldHaveSingleItem();
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 11; i++)
        {
            last = (await ComeBackAsync(council, wrong)).Page.Status;
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
        (await ComeBackAsync(council, code)).Page.Text.ShouldContain(Happened);
    }

    [Fact]
    public async Task Send_the_same_report_twice_is_one_concern_and_a_forged_form_is_none()
    {
        await using var council = await WiganCouncil.StartAsync();
        var visitor = council.App.NewVisitor();
        var check = await CheckAsync(council, visitor);
        var first = await visitor.SubmitAsync(check, "main form[action*=Send]");
        var second = await visitor.SubmitAsync(check, "main form[action*=Send]");

        CodeOn(second).ShouldBe(CodeOn(first));
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(1);
        (await visitor.SubmitAsync(check, "main form[action*=Send]", ("Ticket", "forged"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.GetAsync("/concerns/report")).Html.ShouldNotContain(CodeOn(first));
    }

    [Fact]
    public async Task Report_with_nothing_filled_in_says_what_is_missing_beside_each_field()
    {
        await using var council = await WiganCouncil.StartAsync();
        var visitor = council.App.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/concerns/report"), "main form");

        page.ShouldHaveErrors("Choose the person whom it is about", "Enter what happened", "Enter what would put it right");
    }

    private static async Task<(string Code, Page Check)> ReportAsync(WiganCouncil council)
    {
        var visitor = council.App.NewVisitor("203.0.113.7");
        var check = await CheckAsync(council, visitor);
        var sent = await visitor.SubmitAsync(check, "main form[action*=Send]");
        sent.Heading.ShouldBe("Your concern has been sent", sent.Text);
        return (CodeOn(sent), check);
    }

    private static async Task<Page> CheckAsync(WiganCouncil council, Visitor visitor)
    {
        var page = await visitor.SubmitAsync(
            await visitor.GetAsync("/concerns/report"),
            "main form",
            ("Person", council.People.Officer.ToString()),
            ("WhatHappened", Happened),
            ("PutRight", "An apology."),
            ("Name", Name)
        );
        page.Heading.ShouldBe("Check before you send", page.Text);
        return page;
    }

    private static string CodeOn(Page page) => page.Document.GetElementById("code")!.TextContent.Trim();

    private static async Task<(Visitor Visitor, Page Page)> ComeBackAsync(WiganCouncil council, string code)
    {
        var visitor = council.App.NewVisitor("203.0.113.7");
        return (visitor, await visitor.SubmitAsync(await visitor.GetAsync("/concerns/with-code"), "main form", ("Code", code)));
    }

    private static async Task NameHearerAsync(WiganCouncil council, string reference)
    {
        var officer = await council.AsAsync(council.People.MonitoringOfficer);
        var page = await officer.GetAsync($"/concerns/{reference}/who-hears");
        var person = page
            .Document.QuerySelectorAll<IHtmlOptionElement>("#Person option")
            .Single(one => one.Text.StartsWith("Fran Manager", StringComparison.Ordinal))
            .Value;
        var done = await officer.SubmitAsync(page, "main form", ("Person", person), ("Minute", "Ruling of 2 April 2026"));
        done.Status.ShouldBe(HttpStatusCode.Redirect, done.Text);
    }
}
