using System.Net;
using Comity.Service.Concerns.Raising;
using Comity.Service.Matters;
using Comity.Testing;
using Comity.Web.Pages.Concerns.Report;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Concerns;

/// <summary>Somebody without an account raises a concern and comes back with their code.</summary>
public sealed class ReporterPageTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Report_without_an_account_is_heard_answered_and_withdrawn_with_the_code(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (code, check) = await Reporting.SendAsync(council);

        // The protocol is for members and officers: it is silent, and the Monitoring Officer is asked who hears it, without a word of it.
        check.Text.ShouldContain("The protocol does not say who hears this.");
        check.Text.ShouldContain("Jo Monitoring (Monitoring Officer) only says who hears it");
        var reference = await council.ReadAsync(db => db.Matters.Select(matter => matter.Reference).SingleAsync());
        var asked = await (await council.AsAsync(council.People.MonitoringOfficer)).GetAsync($"/concerns/{reference}");
        asked.Text.ShouldContain("Somebody from outside the council");
        asked.Text.ShouldNotContain(Reporting.Happened);

        // Named by the Monitoring Officer, the manager hears it and writes to somebody unknown.
        await Reporting.NameHearerAsync(council, reference);
        var hearer = await council.AsAsync(council.People.Manager);
        var heard = await hearer.GetAsync($"/concerns/{reference}");
        heard.Text.ShouldContain(Reporting.Happened);
        heard.Text.ShouldContain(Reporting.Name);
        var sent = await hearer.SubmitAsync(
            await hearer.GetAsync($"/concerns/{reference}/write"),
            "main form",
            ("Words", "Which form was it?")
        );
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);

        var back = await Reporting.ComeBackAsync(council, code.ToLowerInvariant().Replace('-', ' '));
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
        var (code, _) = await Reporting.SendAsync(council);
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
        string[] secrets = [code, bare, Reporting.Happened, Reporting.Name, "203.0.113.7"];
        rows.Where(row => secrets.Any(secret => row.Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        council
            .App.Log.Lines.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Come_back_with_a_wrong_code_gets_one_answer_whatever_is_wrong_with_it_and_after_many_tries_none()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (code, _) = await Reporting.SendAsync(council);
        var wrong = (code[0] == '7' ? '8' : '7') + code[1..];

        var answers = new List<string>();
        foreach (var tried in new[] { wrong, "nonsense", "", ReporterCode.New() })
        {
            var page = (await Reporting.ComeBackAsync(council, tried)).Page;
            page.Status.ShouldBe(HttpStatusCode.BadRequest);
            page.Errors.ShouldBe([WithCodeModel.Wrong]);
            answers.Add(page.Text);
        }

        answers.Distinct().ShouldHaveSingleItem();
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 11; i++)
        {
            last = (await Reporting.ComeBackAsync(council, wrong)).Page.Status;
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Reporting.ComeBackAsync(council, code)).Page.Text.ShouldContain(Reporting.Happened);
    }

    [Fact]
    public async Task Send_the_same_report_twice_is_one_concern_and_a_forged_form_is_none()
    {
        await using var council = await WiganCouncil.StartAsync();
        var visitor = council.App.NewVisitor();
        var check = await Reporting.CheckAsync(council, visitor);
        var first = await visitor.SubmitAsync(check, "main form[action*=Send]");
        var second = await visitor.SubmitAsync(check, "main form[action*=Send]");

        Reporting.CodeOn(second).ShouldBe(Reporting.CodeOn(first));
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(1);
        (await visitor.SubmitAsync(check, "main form[action*=Send]", ("Ticket", "forged"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.GetAsync("/concerns/report")).Html.ShouldNotContain(Reporting.CodeOn(first));
    }

    [Fact]
    public async Task Report_with_nothing_filled_in_says_what_is_missing_beside_each_field()
    {
        await using var council = await WiganCouncil.StartAsync();
        var visitor = council.App.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/concerns/report"), "main form");

        page.ShouldHaveErrors("Choose the person whom it is about", "Enter what happened", "Enter what would put it right");
    }
}
