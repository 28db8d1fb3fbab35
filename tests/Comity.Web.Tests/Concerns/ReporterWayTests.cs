using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Comity.Service.Matters;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Concerns;

/// <summary>Who hears what somebody without an account reports: by what the protocol asks, and without those who should not.</summary>
public sealed class ReporterWayTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Report_under_a_protocol_that_asks_goes_the_way_of_the_answers(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind, TestPeople.TextsOf("generic"));
        var visitor = council.App.NewVisitor();
        var asked = await Reporting.FillInAsync(council, visitor, ("Person", council.People.OtherGroupMember.ToString()));
        asked.Heading.ShouldBe("What the protocol asks", asked.Text);
        asked.Text.ShouldContain("Could the breach of the protocol also be a breach of the members' code?");

        var unanswered = await visitor.SubmitAsync(asked, "main form[action*=Answer]");
        unanswered.Document.QuerySelectorAll(".govuk-error-message").ShouldNotBeEmpty();
        var forged = await visitor.SubmitAsync(asked, "main form[action*=Answer]", ("Facts[also-code-breach]", "perhaps"));
        forged.Heading.ShouldBe("What the protocol asks");

        var no = await visitor.SubmitAsync(asked, "main form[action*=Answer]", ("Facts[also-code-breach]", "no"));
        no.Heading.ShouldBe("Check before you send", no.Text);
        no.Text.ShouldContain("The protocol does not say who hears this.");

        var second = await Reporting.FillInAsync(council, visitor, ("Person", council.People.OtherGroupMember.ToString()));
        var yes = await visitor.SubmitAsync(second, "main form[action*=Answer]", ("Facts[also-code-breach]", "yes"));
        yes.Text.ShouldNotContain("The protocol does not say who hears this.");
        yes.Text.ShouldContain("Jo Monitoring (Monitoring Officer)");
        (await visitor.SubmitAsync(yes, "main form[action*=Send]")).Heading.ShouldBe("Your concern has been sent");
        var reference = await council.ReadAsync(db => db.Matters.Select(matter => matter.Reference).SingleAsync());
        (await (await council.AsAsync(council.People.MonitoringOfficer)).GetAsync($"/concerns/{reference}")).Text.ShouldContain(
            Reporting.Happened
        );
    }

    [Fact]
    public async Task Send_without_an_answer_to_what_the_protocol_asks_is_asked_again()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("generic"));
        var visitor = council.App.NewVisitor();
        var asked = await Reporting.FillInAsync(council, visitor, ("Person", council.People.OtherGroupMember.ToString()));
        var ticket = asked.Document.QuerySelector<IHtmlInputElement>("main input[name=Ticket]")!;
        ticket.Form!.SetAttribute("action", "/concerns/report?handler=Send");

        var again = await visitor.SubmitAsync(asked, "main form[action*=Send]");

        again.Heading.ShouldBe("What the protocol asks", again.Text);
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Report_names_who_should_not_hear_it_and_it_comes_to_none_of_them(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var people = council.People;
        var (_, check) = await Reporting.SendAsync(
            council,
            ("NotToHear", people.MonitoringOfficer.ToString()),
            ("NotToHear", people.Director.ToString())
        );

        check.Text.ShouldContain("Comity does not know who you are.");
        check.Text.ShouldNotContain("Jo Monitoring (Monitoring Officer) only says who hears it");
        check.Text.ShouldContain("only says who hears it");
        var reference = await council.ReadAsync(db => db.Matters.Select(matter => matter.Reference).SingleAsync());
        foreach (var shut in new[] { people.MonitoringOfficer, people.Director })
        {
            (await (await council.AsAsync(shut)).GetAsync($"/concerns/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        // The clerk is the next who can be asked.
        (await council.ReadAsync(db => db.MatterParties.CountAsync(party => party.Place == MatterParties.NamesOwner))).ShouldBe(1);

        // Whoever is asked cannot name them, and is not told why; whoever then hears it is told whom not to ask.
        var clerk = await council.AsAsync(people.Clerk);
        var choices = await clerk.GetAsync($"/concerns/{reference}/who-hears");
        var offered = choices.Document.QuerySelectorAll<IHtmlOptionElement>("#Person option").Select(one => one.Text).ToList();
        offered.ShouldContain(one => one.StartsWith("Fran Manager", StringComparison.Ordinal));
        offered.ShouldNotContain(one => one.StartsWith("Jo Monitoring", StringComparison.Ordinal));
        (await clerk.GetAsync($"/concerns/{reference}")).Text.ShouldNotContain("Asked not to hear it");
        await Reporting.NameHearerAsync(council, reference, people.Clerk);
        var heard = await (await council.AsAsync(people.Manager)).GetAsync($"/concerns/{reference}");
        heard.Text.ShouldContain("Asked not to hear it");
        heard.Text.ShouldContain("Jo Monitoring");
    }

    [Fact]
    public async Task Name_more_than_three_or_somebody_unknown_is_refused_and_nothing_is_lost()
    {
        await using var council = await WiganCouncil.StartAsync();
        var people = council.People;
        var visitor = council.App.NewVisitor();
        (string, string?)[] four =
        [
            .. new[] { people.MonitoringOfficer, people.Director, people.Manager, people.Clerk }.Select(one =>
                ("NotToHear", (string?)one.ToString())
            ),
        ];

        foreach (var values in new[] { four, [("NotToHear", Guid.CreateVersion7().ToString())] })
        {
            var page = await Reporting.FillInAsync(council, visitor, values);
            page.Errors.ShouldBe(["Choose up to three people who should not hear it"]);
            page.Document.QuerySelector<IHtmlTextAreaElement>("#WhatHappened")!.Value.ShouldBe(Reporting.Happened);
        }
    }

    [Fact]
    public async Task Report_a_breach_of_the_members_code_by_an_officer_is_refused()
    {
        await using var council = await WiganCouncil.StartAsync();

        var page = await Reporting.FillInAsync(council, council.App.NewVisitor(), ("IsCodeComplaint", "true"));

        page.Errors.ShouldBe(["The members’ code binds members alone: choose a member, or take out that it is about the code"]);
    }
}
