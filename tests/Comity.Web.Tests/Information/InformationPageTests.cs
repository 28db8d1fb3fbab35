using System.Net;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Web.Tests.Information;

/// <summary>A request for a document, from what was asked for to what was let out, on the pages of those who have to do with it.</summary>
public sealed class InformationPageTests
{
    private const string Why = "The rents that the other tenants pay would be shown, and each could use them against the council.";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("wigan/6.3/a")]
    [Norm("wigan/6.3/b")]
    [Norm("wigan/6.4/a")]
    [Norm("wigan/6.5/b")]
    public async Task A_document_is_found_decided_by_the_protocol_and_told_with_its_reasons(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (here, member, officer) = await AskedAsync(council);
        var empty = await officer.GetAsync(here + "/add");
        (await officer.SubmitAsync(empty, "main form", ("Asked", " "))).ShouldHaveErrors("Enter what was asked for");
        (await officer.SubmitAsync(empty, "main form", ("Asked", "The lease of the pavilion\nThe rents of 2025"))).Location.ShouldBe(here);

        var list = await member.GetAsync(here);
        list.Text.ShouldContain("The rents of 2025");
        list.Text.ShouldContain("rests partly on statute and partly on common law");
        list.Text.ShouldContain("Access to Information Rules");
        list.Text.ShouldContain("You have 1 open request, and asked 1 in the last twelve months");
        list.Text.ShouldContain("Keep the number and size of your requests reasonable");
        (await officer.GetAsync(here)).Text.ShouldContain("This member has 1 open request");

        var findings = await officer.GetAsync(here + "/1/findings");
        (await officer.SubmitAsync(findings, "main form")).ShouldHaveErrors("Choose whether the council holds it");
        (
            await officer.SubmitAsync(
                findings,
                "main form",
                ("Holding", "held"),
                ("Facts[need-to-know-shown]", "yes"),
                ("Owner", "The trust"),
                ("OwnerSaid", "given")
            )
        ).Errors.ShouldBe(
            ["Enter who agreed", "Enter to what they agreed", "Enter the day on which they agreed", "Enter how they agreed"],
            ignoreOrder: true
        );
        (await officer.SubmitAsync(findings, "main form", ("Holding", "held"), ("Facts[need-to-know-shown]", "yes"))).Location.ShouldBe(
            here + "/1"
        );
        var without = await officer.GetAsync(here + "/1");
        without.Document.QuerySelector("#verdict")!.TextContent.ShouldContain("It may not be let out");
        without.Document.QuerySelector("#verdict a")!.GetAttribute("href").ShouldBe("/protocol/clauses/6.4");
        (await officer.SubmitAsync(await officer.GetAsync(here + "/1/decide"), "main form", ("Outcome", "all")))
            .Errors.ShouldHaveSingleItem()
            .ShouldContain("clause 6.4");

        var need = await member.GetAsync(here + "/1/need");
        (await member.SubmitAsync(need, "main form")).ShouldHaveErrors(
            "Enter which duty calls for it",
            "Enter on which matter",
            "Enter why it is necessary",
            "Enter what you will use it for"
        );
        await member.SubmitAsync(
            need,
            "main form",
            ("Duty", "Estates committee"),
            ("On", "The pavilion"),
            ("Why", "The rent stands in it"),
            ("Purpose", "To ask about the rent")
        );
        (await officer.GetAsync(here + "/1")).Document.QuerySelector("#verdict")!.TextContent.ShouldContain("The member may have it");
        (await officer.SubmitAsync(await officer.GetAsync(here + "/1/decide"), "main form", ("Outcome", "all"))).Location.ShouldBe(
            here + "/1"
        );
        (await member.GetAsync(here + "/1")).Text.ShouldContain("not decided yet");

        await officer.SubmitAsync(await officer.GetAsync(here + "/2/findings"), "main form", ("Holding", "held"));
        var decide = await officer.GetAsync(here + "/2/decide");
        (await officer.SubmitAsync(decide, "main form")).ShouldHaveErrors("Choose what the member can have");
        (await officer.SubmitAsync(decide, "main form", ("Outcome", "refused"), ("Reasons", "Policy.")))
            .Errors[0]
            .ShouldContain("from the list");
        (await officer.SubmitAsync(decide, "main form", ("Outcome", "refused"), ("Grounds", "no-such"), ("Reasons", Why))).ShouldHaveErrors(
            "Choose reasons from the list"
        );
        (
            await officer.SubmitAsync(decide, "main form", ("Outcome", "refused"), ("Grounds", "sch12a-3"), ("Reasons", Why))
        ).Location.ShouldBe(here + "/2");

        var matter = here[..^"/information".Length];
        await officer.SubmitAsync(await officer.GetAsync(matter + "/reply"), "main form", ("Words", "Here is what there is."));
        var told = await member.GetAsync(matter);
        told.Text.ShouldContain("Schedule 12A paragraph 3");
        told.Text.ShouldContain(Why);
        (await member.GetAsync(here + "/2")).Text.ShouldContain(Why);
        var register = await member.GetAsync("/information");
        register.Text.ShouldContain("To ask about the rent");
        register.Text.ShouldNotContain("The rents of 2025");
        (await (await council.AsAsync(council.People.OtherGroupMember)).GetAsync("/information")).Text.ShouldContain(
            "Nothing has been let out"
        );
    }

    [Fact]
    public async Task A_decision_is_looked_at_again_by_somebody_else_on_their_own_page()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (here, member, officer) = await AskedAsync(council);
        await officer.SubmitAsync(await officer.GetAsync(here + "/add"), "main form", ("Asked", "The lease"));
        await officer.SubmitAsync(await officer.GetAsync(here + "/1/findings"), "main form", ("Holding", "held"));
        await officer.SubmitAsync(
            await officer.GetAsync(here + "/1/decide"),
            "main form",
            ("Outcome", "refused"),
            ("Grounds", "no-need"),
            ("Reasons", Why)
        );
        var matter = here[..^"/information".Length];
        await officer.SubmitAsync(await officer.GetAsync(matter + "/reply"), "main form", ("Words", "Here it is."));

        var ask = await member.GetAsync(here + "/1/review");
        (await member.SubmitAsync(ask, "main form")).ShouldHaveErrors("Enter what you think is wrong");
        (await member.SubmitAsync(ask, "main form", ("Words", "I sit on the committee."))).Location.ShouldBe(here + "/1");
        (await member.GetAsync(matter)).Text.ShouldContain("A second look is owed, with no date");

        var reviewer = await council.AsAsync(council.People.Manager);
        (await officer.GetAsync(here + "/1/look-again")).Status.ShouldBe(HttpStatusCode.NotFound);
        var again = await reviewer.GetAsync(here + "/1/look-again");
        again.Text.ShouldContain("I sit on the committee.");
        (await reviewer.SubmitAsync(again, "main form")).ShouldHaveErrors("Choose whether the decision stands", "Enter why");
        (await reviewer.SubmitAsync(again, "main form", ("Upheld", "no"), ("Words", "The rent is public."), ("Outcome", "all")))
            .Errors.ShouldHaveSingleItem()
            .ShouldContain("6.4");
        (await reviewer.SubmitAsync(again, "main form", ("Upheld", "yes"), ("Words", "I find the same."))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await member.GetAsync(matter)).Text.ShouldContain("Upheld: The lease");
    }

    [Fact]
    [Norm("wigan/6.7/c")]
    public async Task A_doubt_goes_to_the_information_officer_who_answers_on_a_page_of_their_own()
    {
        await using var council = await WiganCouncil.StartAsync();
        var informationOfficer = await council.App.AddPersonAsync("Nia Foi", "foi-officer", "Information Officer");
        var (here, member, officer) = await AskedAsync(council);
        await officer.SubmitAsync(await officer.GetAsync(here + "/add"), "main form", ("Asked", "The lease"));
        var doubt = await officer.GetAsync(here + "/1/doubt");
        (await officer.SubmitAsync(doubt, "main form")).ShouldHaveErrors("Choose what is in doubt", "Enter what you are not sure of");
        await officer.SubmitAsync(doubt, "main form", ("About", "foi-uncertain"), ("Words", "Does the Act reach it?"));

        var asked = await council.AsAsync(informationOfficer);
        (await member.GetAsync(here + "/1/answer")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await asked.GetAsync(here + "/1")).Text.ShouldContain("Does the Act reach it?");
        (await member.GetAsync(here + "/1")).Text.ShouldNotContain("Does the Act reach it?");
        var answer = await asked.GetAsync(here + "/1/answer");
        (await asked.SubmitAsync(answer, "main form")).ShouldHaveErrors("Choose your answer", "Enter what you say");
        await asked.SubmitAsync(answer, "main form", ("Answer", "Settled"), ("Words", "It does."));
        (await officer.GetAsync(here + "/1")).Text.ShouldContain("It does.");
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("wigan/6.7/a")]
    public async Task A_request_counts_under_the_act_beside_the_protocol_and_each_date_shows_its_days(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (here, member, officer) = await AskedAsync(council);
        var byLaw = await member.GetAsync(here + "/by-law");
        byLaw.Text.ShouldContain("You may ask under the Act as anybody may.");
        (await member.SubmitAsync(byLaw, "main form", ("Do", "count"))).ShouldHaveErrors("Choose under which law");
        (await member.SubmitAsync(byLaw, "main form", ("Do", "count"), ("Law", "foia"))).Location.ShouldBe(here + "/by-law");

        var matter = await member.GetAsync(here[..^"/information".Length]);
        matter.Text.ShouldContain("Due by law Tuesday 5 May 2026");
        matter.Text.ShouldContain("Due Monday 20 April 2026");
        matter.Document.QuerySelectorAll("table.comity-working").Length.ShouldBe(2);
        (await member.GetAsync("/what-i-am-owed")).Text.ShouldContain("Answer by law");

        var ask = await officer.GetAsync(here + "/by-law");
        (await officer.SubmitAsync(ask, "main form", ("Do", "move"))).ShouldHaveErrors("Choose what happens");
        (
            await officer.SubmitAsync(ask, "main form", ("Do", "move"), ("Move", "MoreTime"), ("Words", "The weighing takes longer."))
        ).ShouldHaveErrors("Enter the later day");
        await officer.SubmitAsync(ask, "main form", ("Do", "move"), ("Move", "AskToClarify"), ("Words", "Which lease?"));
        (await member.GetAsync(here[..^"/information".Length])).Text.ShouldContain("An answer by law is owed, with no date");
        await member.SubmitAsync(
            await member.GetAsync(here + "/by-law"),
            "main form",
            ("Do", "move"),
            ("Move", "Clarify"),
            ("Words", "The one of 2024.")
        );
        (await member.GetAsync(here + "/by-law")).Text.ShouldContain("Due by law");
    }

    [Theory]
    [InlineData("borough", "clause 4.2")]
    [InlineData("town", "clause 6.3")]
    [Norm("borough/4.2/b")]
    [Norm("town/6.3/a")]
    public async Task Passing_on_what_came_in_confidence_is_answered_with_the_clause(string protocol, string clause)
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));
        var (here, member, _) = await AskedAsync(council);
        var officer = await council.AsAsync(await OwnerAsync(council));
        await officer.SubmitAsync(await officer.GetAsync(here + "/add"), "main form", ("Asked", "The lease"));
        await officer.SubmitAsync(await officer.GetAsync(here + "/1/findings"), "main form", ("Holding", "held"));
        await officer.SubmitAsync(await officer.GetAsync(here + "/1/decide"), "main form", ("Outcome", "all"), ("Confidential", "true"));
        await officer.SubmitAsync(await officer.GetAsync(here[..^"/information".Length] + "/reply"), "main form", ("Words", "Here it is."));

        var use = await member.GetAsync(here + "/1/use");
        (await member.SubmitAsync(use, "main form")).ShouldHaveErrors("Choose what you would do", "Enter what for, or to whom");
        await member.SubmitAsync(use, "main form", ("What", "pass-on"), ("Words", "To my group"));

        var item = await member.GetAsync(here + "/1");
        item.Text.ShouldContain("not allowed");
        item.Text.ShouldContain(clause);
        (await member.GetAsync("/information")).Text.ShouldContain("In confidence");
    }

    [Theory]
    [InlineData("generic", "Statute adds to a member")]
    [InlineData("town", "rests partly on statute and partly on common law")]
    [Norm("generic/8.1/a")]
    [Norm("town/6.2/a")]
    public async Task The_page_says_where_the_right_comes_from_in_the_protocols_words(string protocol, string says)
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));
        var (here, member, _) = await AskedAsync(council);

        (await member.GetAsync(here)).Text.ShouldContain(says);
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task A_sealed_request_keeps_every_word_of_it_under_the_seal(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (here, member, officer) = await AskedAsync(council, isSealed: true);
        await officer.SubmitAsync(await officer.GetAsync(here + "/add"), "main form", ("Asked", "The Heliotrope file"));
        await member.SubmitAsync(
            await member.GetAsync(here + "/1/need"),
            "main form",
            ("Duty", "Quillfeather committee"),
            ("On", "Quillfeather"),
            ("Why", "Quillfeather"),
            ("Purpose", "Quillfeather")
        );
        await officer.SubmitAsync(await officer.GetAsync(here + "/1/findings"), "main form", ("Holding", "held"));
        await officer.SubmitAsync(
            await officer.GetAsync(here + "/1/decide"),
            "main form",
            ("Outcome", "refused"),
            ("Grounds", "no-need"),
            ("Reasons", $"Marzipan. {Why}")
        );

        (await officer.GetAsync(here + "/1")).Text.ShouldContain("Marzipan");
        var texts = await council.ReadAsync(db => Task.FromResult(db.Contents.Select(content => content.Text).ToList()));
        foreach (var word in new[] { "Heliotrope", "Quillfeather", "Marzipan" })
        {
            texts.ShouldNotContain(text => text != null && text.Contains(word), word);
            (await council.ReadAsync(db => Task.FromResult(db.SearchTexts.Count(text => text.Words.Contains(word))))).ShouldBe(0);
            (
                await council.ReadAsync(db =>
                    Task.FromResult(db.Outbox.Count(mail => mail.Body.Contains(word) || mail.Subject.Contains(word)))
                )
            ).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Every_page_of_it_is_nowhere_for_others_and_says_so_when_it_has_changed()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (here, member, officer) = await AskedAsync(council);
        await officer.SubmitAsync(await officer.GetAsync(here + "/add"), "main form", ("Asked", "The lease"));
        var other = await council.AsAsync(council.People.OtherGroupMember);
        foreach (
            var page in new[]
            {
                "",
                "/add",
                "/by-law",
                "/fees",
                "/1",
                "/1/findings",
                "/1/decide",
                "/1/doubt",
                "/1/need",
                "/1/review",
                "/1/use",
                "/1/answer",
                "/1/look-again",
            }
        )
        {
            (await other.GetAsync(here + page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }

        (await officer.GetAsync(here + "/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync(here + "/1/decide")).Status.ShouldBe(HttpStatusCode.NotFound);
        var late = await officer.SubmitAsync(
            await officer.GetAsync(here + "/1/findings"),
            "main form",
            ("Holding", "held"),
            ("Version", "0")
        );
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.QuerySelector("input[name=Holding][value=held]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task A_later_date_moves_only_with_the_members_yes_and_only_where_the_council_has_arranged_it(DatabaseKind kind)
    {
        const string Words = "The surveyor comes on 4 May and writes to us within the week after it.";
        await using var council = await WiganCouncil.StartAsync(kind);
        var (here, member, officer) = await AskedAsync(council);
        var matter = here[..^"/information".Length];
        (string, string?)[] until = [("Words", Words), ("Until.Day", "8"), ("Until.Month", "5"), ("Until.Year", "2026")];
        (await officer.GetAsync(matter)).Text.ShouldNotContain("Agree a later date");
        (await officer.SubmitAsync(await officer.GetAsync(matter + "/propose-date"), "main form", until))
            .Errors.ShouldHaveSingleItem()
            .ShouldContain("the council has arranged none");

        await council.ArrangeAsync(ArrangementKeys.AgreedDate, "yes");
        var propose = await officer.GetAsync(matter + "/propose-date");
        (await officer.SubmitAsync(propose, "main form")).ShouldHaveErrors(
            "Enter what is happening",
            "Enter the day by which the full answer would come"
        );
        (await officer.SubmitAsync(propose, "main form", until)).Location.ShouldBe(matter);
        (await member.GetAsync(matter)).Text.ShouldContain("Due Monday 20 April 2026");
        var agree = await member.GetAsync(matter + "/agree-date");
        (await member.SubmitAsync(agree, "main form")).ShouldHaveErrors("Choose whether you agree");
        (await member.SubmitAsync(agree, "main form", ("Agrees", "no"))).Location.ShouldBe(matter);
        (await member.GetAsync(matter)).Text.ShouldContain("Due Monday 20 April 2026");

        council.App.Clock.Set(council.App.Clock.Now.AddMinutes(5));
        await officer.SubmitAsync(await officer.GetAsync(matter + "/propose-date"), "main form", until);
        council.App.Clock.Set(council.App.Clock.Now.AddMinutes(5));
        await member.SubmitAsync(await member.GetAsync(matter + "/agree-date"), "main form", ("Agrees", "yes"));

        var agreed = await member.GetAsync(matter);
        agreed.Text.ShouldContain("Due Friday 8 May 2026");
        agreed.Text.ShouldContain("the council’s own arrangement, Council 12 March 2026, minute 41");
    }

    [Fact]
    public async Task What_is_closed_is_read_and_no_longer_decided()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (here, member, officer) = await AskedAsync(council);
        var matter = here[..^"/information".Length];
        var adding = await officer.GetAsync(here + "/add");
        (await officer.SubmitAsync(adding, "main form", ("Asked", "The lease of the pavilion"))).Location.ShouldBe(here);
        var findings = await officer.GetAsync(here + "/1/findings");
        (await officer.GetAsync(matter)).Text.ShouldContain("Decide on what was asked for");
        await member.SubmitAsync(await member.GetAsync(matter + "/close"), "main form");

        var closed = await officer.GetAsync(matter);
        closed.Text.ShouldNotContain("Decide on what was asked for");
        closed.Text.ShouldContain("What was asked for, and what may be seen");
        (await officer.GetAsync(here)).Text.ShouldNotContain("Add something else that is asked for");
        var item = await officer.GetAsync(here + "/1");
        item.Text.ShouldNotContain("Say what was found");
        (string, string?)[] found = [("Holding", "held"), ("Facts[need-to-know-shown]", "yes")];
        (await officer.SubmitAsync(findings, "main form", found)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await officer.SubmitAsync(await officer.GetAsync(here + "/1/findings"), "main form", found))
            .Errors.ShouldHaveSingleItem()
            .ShouldContain("It is closed.");
        (await officer.SubmitAsync(await officer.GetAsync(here + "/1/decide"), "main form", ("Outcome", "all")))
            .Errors.ShouldHaveSingleItem()
            .ShouldContain("It is closed.");
    }

    private static async Task<(string Here, Visitor Member, Visitor Officer)> AskedAsync(WiganCouncil council, bool isSealed = false)
    {
        var reference = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.Information,
                Subject = "The lease of the pavilion",
                Question = "May I see the lease?",
                Capacity = Capacity.Council,
                Sealed = isSealed,
                Facts = new Dictionary<string, string>
                {
                    ["need-to-know-shown"] = "yes",
                    ["held-or-controlled-by-council"] = "yes",
                    ["relates-to-meeting-business"] = "yes",
                },
            }
        );
        return (
            $"/enquiries/{reference}/information",
            await council.AsAsync(council.People.Member),
            await council.AsAsync(council.People.Officer)
        );
    }

    private static Task<Guid> OwnerAsync(WiganCouncil council) =>
        council.ReadAsync(db => Task.FromResult(db.MatterParties.Single(party => party.Place == MatterParties.Owner).PersonId!.Value));
}
