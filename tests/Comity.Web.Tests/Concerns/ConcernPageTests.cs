using System.Net;
using Comity.Service.Concerns;
using Comity.Testing;

namespace Comity.Web.Tests.Concerns;

/// <summary>A concern from the first page to its outcome, with what each person is told when something is wrong.</summary>
public sealed class ConcernPageTests
{
    private const string Happened = "He called my questions a waste of time and left.";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("wigan/4.1/f")]
    public async Task A_concern_is_raised_step_by_step_and_the_talk_comes_first(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var member = await council.AsAsync(council.People.Member);
        var about = await BeginAsync(member);
        (await member.SubmitAsync(about, "main form")).ShouldHaveErrors("Choose the person whom it is about");
        (await member.SubmitAsync(about, "main form", ("Person", council.People.Member.ToString()))).ShouldHaveErrors(
            "Choose the person whom it is about"
        );
        var protocol = await AboutAsync(council, member, about);
        (await member.SubmitAsync(protocol, "main form")).ShouldHaveErrors("Choose an answer");
        var talk = await AnswerAllAsync(member, protocol);
        talk.Heading.ShouldBe("First a talk, says the protocol");
        (await member.SubmitAsync(talk, "main form")).ShouldHaveErrors("Choose whether you talk first");
        (await member.SubmitAsync(talk, "main form", ("Talk", "without"))).ShouldHaveErrors("Enter why you go on without a first talk");
        (await member.SubmitAsync(talk, "main form", ("Talk", "first"))).Location.ShouldBe("/concerns");
        (await member.GetAsync("/concerns")).Text.ShouldContain("Your draft is kept");

        var hears = await AnswerAllAsync(
            member,
            await FollowAsync(member, talk, ("Talk", "without"), ("WithoutTalk", "He walked away when I tried."))
        );
        hears.Heading.ShouldBe("Who hears it");
        hears.Text.ShouldContain("Fran Manager (Head of Highways)");
        hears.Text.ShouldContain("Who never hears of it from Comity");
        hears.Text.ShouldContain("Glen Officer");
        var words = await FollowAsync(member, hears);
        (
            await member.SubmitAsync(words, "main form", ("HappenedOn.Day", "1"), ("HappenedOn.Month", "1"), ("HappenedOn.Year", "2099"))
        ).Errors.ShouldBe(
            ["Enter what happened", "The day on which it happened must be today or earlier", "Enter what would put it right"],
            ignoreOrder: true
        );
        (
            await member.SubmitAsync(words, "main form", ("WhatHappened", Happened), ("PutRight", "x"), ("Grounds", "wigan/9.9/z"))
        ).Errors.ShouldContain("Choose clauses from the list");
        var consent = await FollowAsync(member, words, ("WhatHappened", Happened), ("PutRight", "An apology."));
        consent.Heading.ShouldBe("What you agree to");
        var check = await FollowAsync(member, consent);
        check.Text.ShouldContain("He walked away when I tried.");
        check.Text.ShouldContain("It may become formalNo");
        var sent = await member.SubmitAsync(check, "main form");
        sent.Location!.ShouldStartWith("/concerns/");

        // Sent again it is the same concern, and no second one.
        (await member.SubmitAsync(check, "main form")).Location.ShouldBe(sent.Location);
        (await member.GetAsync("/concerns")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Whoever_hears_it_tells_and_decides_and_each_page_says_what_is_wrong(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var here = await RaisedAsync(council);
        var hearer = await council.AsAsync(council.People.Manager);
        (await hearer.GetAsync("/what-i-owe")).Document.QuerySelector($"a[href='{here}']").ShouldNotBeNull();

        // Before it is taken up nothing of what follows is there.
        (await hearer.GetAsync(here + "/tell")).Status.ShouldBe(HttpStatusCode.NotFound);
        var takeUp = await hearer.GetAsync(here + "/take-up");
        (await hearer.SubmitAsync(takeUp, "main form")).ShouldHaveErrors("Enter what you tell whoever raised it");
        (await hearer.SubmitAsync(takeUp, "main form", ("Words", "I have it."))).Location.ShouldBe(here);
        var old = await hearer.SubmitAsync(takeUp, "main form", ("Words", "I have it."));
        old.Status.ShouldBe(HttpStatusCode.NotFound);

        var tell = await hearer.GetAsync(here + "/tell");
        (await hearer.SubmitAsync(tell, "main form")).ShouldHaveErrors("Enter what you tell them");
        (await hearer.SubmitAsync(tell, "main form", ("Words", "It is said …"), ("Shown", "raiser")))
            .Errors.ShouldHaveSingleItem()
            .ShouldContain("has not agreed that their name is passed on");
        (await hearer.SubmitAsync(tell, "main form", ("Words", "It is said …"), ("Shown", "notes"))).ShouldHaveErrors(
            "Choose from the list"
        );
        (await hearer.SubmitAsync(tell, "main form", ("Words", "It is said that you left a meeting."))).Location.ShouldBe(here);
        (await hearer.SubmitAsync(tell, "main form", ("Words", "Once more."))).Status.ShouldBe(HttpStatusCode.Conflict);

        var subject = await council.AsAsync(council.People.Officer);
        var told = await subject.GetAsync(here);
        told.Text.ShouldContain("It is said that you left a meeting.");
        told.Text.ShouldNotContain(Happened);
        told.Text.ShouldNotContain("Alex Member");
        (await subject.SubmitAsync(await subject.GetAsync(here + "/answer"), "main form")).ShouldHaveErrors("Enter your answer");
        (await subject.GetAsync(here + "/outcome")).Status.ShouldBe(HttpStatusCode.NotFound);

        var outcome = await hearer.GetAsync(here + "/outcome");
        (await hearer.SubmitAsync(outcome, "main form")).Errors.ShouldBe(
            ["Enter your reasons", "Choose how it ends", "Choose what follows, or no further action"],
            ignoreOrder: true
        );
        (
            await hearer.SubmitAsync(
                outcome,
                "main form",
                ("Kind", OutcomeKind.Settled),
                ("Measures", "none"),
                ("Measures", "apology"),
                ("Words", "Both talked.")
            )
        ).ShouldHaveErrors("Choose no further action alone, or what follows");
        (
            await hearer.SubmitAsync(
                outcome,
                "main form",
                ("Kind", OutcomeKind.Settled),
                ("Measures", "discipline"),
                ("Words", "Both talked.")
            )
        )
            .Errors.ShouldHaveSingleItem()
            .ShouldContain("has not agreed to that");
        (
            await hearer.SubmitAsync(
                outcome,
                "main form",
                ("Kind", OutcomeKind.Settled),
                ("Measures", "apology"),
                ("Words", "Both talked.")
            )
        ).Location.ShouldBe(here);
        (await subject.GetAsync(here)).Text.ShouldContain("Both talked.");
        (await (await council.AsAsync(council.People.Member)).GetAsync(here + "/review")).Text.ShouldContain("gives no appeal");
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task A_grievance_about_a_member_is_told_that_it_can_end_in_no_sanction(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var officer = await council.AsAsync(council.People.Officer);
        var about = await BeginAsync(officer);
        var kindPage = await FollowAsync(officer, about, ("Person", council.People.Member.ToString()));
        kindPage.Text.ShouldContain("section 28 of the Localism Act 2011");
        kindPage.Text.ShouldContain("Matters about your own job go to your line manager or through the grievance procedure.");
        (await officer.SubmitAsync(kindPage, "main form")).ShouldHaveErrors("Choose what it is about");
        (await officer.SubmitAsync(kindPage, "main form", ("Act", "sign-protocol"))).ShouldHaveErrors("Choose what it is about");
    }

    private static async Task<Page> BeginAsync(Visitor visitor)
    {
        var begun = await visitor.SubmitAsync(await visitor.GetAsync("/concerns"), "main form");
        return await visitor.GetAsync(begun.Location!);
    }

    private static async Task<Page> AboutAsync(WiganCouncil council, Visitor member, Page about)
    {
        var chosen = await member.SubmitAsync(about, "main form", ("Person", council.People.Officer.ToString()));

        // A member's concern about an officer is of one kind: it is not asked.
        var kind = await member.GetAsync(chosen.Location!);
        return await member.GetAsync(kind.Location ?? chosen.Location!);
    }

    private static async Task<Page> AnswerAllAsync(Visitor member, Page page)
    {
        while (page.Document.QuerySelector("input[name=Value]") is not null)
        {
            page = await FollowAsync(member, page, ("Value", "no"));
        }

        return page;
    }

    private static async Task<Page> FollowAsync(Visitor visitor, Page page, params (string, string?)[] values)
    {
        var next = await visitor.SubmitAsync(page, "main form", values);
        next.Location.ShouldNotBeNull(next.Text);
        return await visitor.GetAsync(next.Location!);
    }

    private static async Task<string> RaisedAsync(WiganCouncil council)
    {
        var member = await council.AsAsync(council.People.Member);
        var talk = await AnswerAllAsync(member, await AboutAsync(council, member, await BeginAsync(member)));
        var hears = await AnswerAllAsync(
            member,
            await FollowAsync(member, talk, ("Talk", "without"), ("WithoutTalk", "He walked away when I tried."))
        );
        var consent = await FollowAsync(member, await FollowAsync(member, hears), ("WhatHappened", Happened), ("PutRight", "An apology."));
        return (await member.SubmitAsync(await FollowAsync(member, consent), "main form")).Location!;
    }
}
