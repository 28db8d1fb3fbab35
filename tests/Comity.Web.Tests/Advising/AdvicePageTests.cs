using System.Net;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Advising;

/// <summary>Advice on its pages: asked for or not, written by one officer, read by those to whom it was given.</summary>
public sealed class AdvicePageTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("west-lavington/2.4/f")]
    public async Task Give_change_and_compare_advice_and_refuse_pressure_with_its_clause(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind, TestPeople.TextsOf("west-lavington"));
        var (officer, here) = await GivenAsync(council);
        var member = await council.AsAsync(council.People.Member);
        var page = await member.OpenAsync(here[..^"/advice".Length]);
        page.Text.ShouldContain("Advice by Glen Officer");
        page.Text.ShouldContain("Put up the barrier.");
        page.Text.ShouldContain("What members think, as reported");

        var asking = await member.GetAsync($"{here}/change");
        asking.Text.ShouldContain("Advised against");
        asking.Text.ShouldContain("Clause 2.4");
        var pressed = await member.SubmitAsync(asking, "main form", ("Way", "insist"), ("Words", "Recommend Velvetsign."));
        pressed.ShouldHaveErrors(
            "Do not press an officer to recommend against the officer’s own professional view. Put your contrary view yourself.".Replace(
                '’',
                '\''
            ) + " If you go on, enter why: your reason is kept on the record. (clause 2.4)"
        );
        var went = await member.SubmitAsync(
            asking,
            "main form",
            ("Way", "insist"),
            ("Words", "Recommend Velvetsign."),
            ("Reason", "My ward would suffer.")
        );
        went.Status.ShouldBe(HttpStatusCode.Redirect, went.Text);
        (await officer.GetAsync(here)).Text.ShouldContain("1. Wanted it changed · Alex Member · version 1");
        (await member.GetAsync(here)).Text.ShouldContain("Velvetsign");

        var answering = await member.GetAsync($"{here}/answer");
        var answered = await member.SubmitAsync(answering, "main form", ("Stand", "OtherView"), ("Words", "A sign would do."));
        answered.Status.ShouldBe(HttpStatusCode.Redirect, answered.Text);
        (await officer.GetAsync(here)).Text.ShouldContain("A sign would do.");

        var writing = await officer.GetAsync($"{here}/write");
        var written = await officer.SubmitAsync(
            writing,
            "main form",
            ("Fields.Changed", "I had the width wrong."),
            ("Fields.Recommendation", "Put up a sign."),
            ("Fields.About", "council-business"),
            ("Fields.IsOwn", "true")
        );
        written.Status.ShouldBe(HttpStatusCode.Redirect, written.Text);
        var beside = await member.GetAsync($"{here}/versions");
        beside.Text.ShouldContain("Analysis The same");
        beside.Text.ShouldContain("Recommendation Changed Version 1 Put up the barrier. Version 2 Put up a sign.");
        var late = await officer.SubmitAsync(
            writing,
            "main form",
            ("Fields.Changed", "Late."),
            ("Fields.About", "council-business"),
            ("Fields.IsOwn", "true")
        );
        late.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Order_advice_changed_is_refused_and_the_attempt_stands_on_record()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("generic"));
        var (officer, here) = await GivenAsync(council);
        var member = await council.AsAsync(council.People.Member);

        var refused = await member.SubmitAsync(
            await member.GetAsync($"{here}/change"),
            "main form",
            ("Way", "order"),
            ("Words", "Write that a sign will do.")
        );

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("It has not been passed on, and is kept on record as number 1. (clause");
        (await officer.GetAsync(here)).Text.ShouldContain("The protocol bars it (clause");
    }

    [Fact]
    public async Task Write_asked_for_advice_from_the_enquiry_answers_it()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.Advice,
                Capacity = Capacity.Council,
                WardId = null,
            }
        );
        var owner = await council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.Owner).Select(party => party.PersonId!.Value).SingleAsync()
        );
        var officer = await council.AsAsync(owner);
        (await officer.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("Write the advice");
        (await officer.GetAsync($"/enquiries/{reference}/advice")).Text.ShouldContain("No advice has been given here yet.");

        var empty = await officer.SubmitAsync(await officer.GetAsync($"/enquiries/{reference}/advice/write"), "main form");
        empty.ShouldHaveErrors("Choose what it is about", "Enter the facts and what follows from them", "Enter what you recommend");
        var written = await officer.SubmitAsync(empty, "main form", [.. Fields]);
        written.Status.ShouldBe(HttpStatusCode.Redirect, written.Text);

        var member = await council.AsAsync(council.People.Member);
        var enquiry = await member.GetAsync($"/enquiries/{reference}");
        enquiry.Text.ShouldContain("Gave advice and recommended");
        enquiry.Text.ShouldContain("Answered");
        (await member.GetAsync($"/enquiries/{reference}/advice")).Text.ShouldContain("Put up the barrier.");
    }

    [Fact]
    public async Task Open_advice_or_an_attempt_is_for_those_for_whom_it_is_and_nobody_else()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("generic"));
        var (officer, here) = await GivenAsync(council, council.People.Member, council.People.OtherGroupMember);
        var reference = here.Split('/')[2];
        var reporting = await officer.SubmitAsync(
            await officer.GetAsync($"{here}/pressed"),
            "main form",
            ("Who", council.People.OtherGroupMember.ToString("D")),
            ("Way", "threat"),
            ("On.Day", "1"),
            ("On.Month", "4"),
            ("On.Year", "2026"),
            ("Words", "Quibblewick said so.")
        );
        reporting.Status.ShouldBe(HttpStatusCode.Redirect, reporting.Text);
        (await officer.GetAsync(here)).Text.ShouldContain("Cass Opponent, Wednesday 1 April 2026: Quibblewick said so.");

        foreach (var person in new[] { council.People.Member, council.People.OtherGroupMember })
        {
            var reader = await council.AsAsync(person);
            (await reader.GetAsync(here)).Text.ShouldNotContain("Quibblewick");
            (await reader.GetAsync($"/enquiries/{reference}/decisions")).Text.ShouldNotContain("threat");
            (await reader.GetAsync($"{here}/pressed")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await reader.GetAsync($"{here}/write")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await reader.GetAsync("/advice/new")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        string[] pages = ["", "/versions", "/write", "/answer", "/change", "/pressed"];
        foreach (
            var person in new[]
            {
                council.People.SameWardMember,
                council.People.Manager,
                council.People.Clerk,
                council.People.MonitoringOfficer,
            }
        )
        {
            var visitor = await council.AsAsync(person);
            foreach (var page in pages)
            {
                var answer = await visitor.GetAsync(here + page);
                var missing = await visitor.GetAsync((here + page).Replace(reference, "0000-0000-00", StringComparison.Ordinal));
                answer.Status.ShouldBe(HttpStatusCode.NotFound);
                answer.Html.ShouldBe(missing.Html);
            }

            (await visitor.GetAsync("/find?words=barrier")).Text.ShouldNotContain(reference);
        }
    }

    private static (string, string?)[] Fields =>
        [
            ("Fields.About", "council-business"),
            ("Fields.Analysis", "The lane is four metres wide."),
            ("Fields.Options", "A barrier, a sign, or nothing."),
            ("Fields.Views", "Councillor Opponent would rather have nothing."),
            ("Fields.Recommendation", "Put up the barrier."),
            ("Fields.IsOwn", "true"),
        ];

    private static async Task<(Visitor Officer, string Here)> GivenAsync(WiganCouncil council, params Guid[] to)
    {
        var officer = await council.AsAsync(council.People.Officer);
        Guid[] readers = to.Length > 0 ? to : [council.People.Member];
        var given = await officer.SubmitAsync(
            await officer.GetAsync("/advice/new"),
            "main form",
            [("Subject", "A barrier in Mill Lane"), .. readers.Select(reader => ("MemberIds", (string?)$"{reader:D}")), .. Fields]
        );
        given.Status.ShouldBe(HttpStatusCode.Redirect, given.Text);
        return (officer, given.Location!);
    }
}
