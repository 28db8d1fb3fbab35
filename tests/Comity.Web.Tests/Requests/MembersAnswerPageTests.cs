using System.Net;
using Comity.Service.Matters;
using Comity.Testing;

namespace Comity.Web.Tests.Requests;

/// <summary>The pages on which an officer asks the member something, and on which the member sees and gives the answer that is owed.</summary>
public sealed class MembersAnswerPageTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("town/4.2/c")]
    public async Task Ask_the_member_and_find_what_they_owe_on_both_lists_until_it_is_answered(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind, TestPeople.TextsOf("town"));
        var reference = await council.AskedAsync();
        var here = $"/enquiries/{reference}";
        var owner = await council.ReadAsync(db =>
            Task.FromResult(db.MatterParties.Single(party => party.Place == MatterParties.Owner).PersonId!.Value)
        );
        var (officer, member) = (await council.AsAsync(owner), await council.AsAsync(council.People.Member));
        (await member.GetAsync(here)).Text.ShouldNotContain("Answer the officer");

        var form = await officer.OpenAsync($"{here}/ask-member");
        form.Text.ShouldContain("An officer can expect a timely answer from you.");
        (await officer.SubmitAsync(form, "main form")).ShouldHaveErrors("Enter what you need to know");
        (await officer.SubmitAsync(form, "main form", ("Words", "Which gate?"), ("Channel", "smoke"))).ShouldHaveErrors(
            "Choose how you ask"
        );
        Later(council);
        var asked = await officer.SubmitAsync(form, "main form", ("Words", "Which gate?"));
        asked.Status.ShouldBe(HttpStatusCode.Redirect, asked.Text);
        (await officer.SubmitAsync(form, "main form", ("Words", "Which gate?"))).Status.ShouldBe(HttpStatusCode.Conflict);

        (await officer.GetAsync("/what-i-am-owed")).Text.ShouldContain("Member’s answer to an officer");
        (await member.GetAsync("/what-i-owe")).Text.ShouldContain("Member’s answer to an officer");
        (await member.GetAsync("/what-i-am-owed")).Text.ShouldNotContain("Member’s answer to an officer");
        var page = await member.GetAsync(here);
        page.Text.ShouldContain("The member’s answer to the officer is owed, with no date");
        page.Text.ShouldContain("Answer the officer");
        var answering = await member.GetAsync($"{here}/answer");
        answering.Text.ShouldContain("Which gate?");
        (await member.SubmitAsync(answering, "main form")).ShouldHaveErrors("Enter your answer");
        Later(council);
        (await member.SubmitAsync(answering, "main form", ("Words", "The north one."))).Location.ShouldBe(here);

        (await member.GetAsync("/what-i-owe")).Text.ShouldNotContain("Member’s answer to an officer");
        (await member.GetAsync("/what-i-owe?all=true")).Text.ShouldContain("Met");
        var done = await member.GetAsync(here);
        done.Text.ShouldNotContain("Answer the officer");
        done.Text.ShouldContain("The north one.");
        (await member.SubmitAsync(await member.GetAsync($"{here}/answer"), "main form", ("Words", "Again.")))
            .Errors.ShouldHaveSingleItem()
            .ShouldStartWith("Nothing that you were asked is open.");
    }

    [Fact]
    public async Task Ask_the_member_where_the_protocol_is_silent_says_so_and_is_for_whoever_has_it_alone()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);

        (await officer.GetAsync($"/enquiries/{reference}/ask-member")).Text.ShouldContain(
            "The protocol does not say that a member owes an officer an answer."
        );
        foreach (var person in new[] { council.People.Member, council.People.HousingOfficer, council.People.OtherGroupMember })
        {
            (await (await council.AsAsync(person)).GetAsync($"/enquiries/{reference}/ask-member")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    // What is said in one instant has no order.
    private static void Later(WiganCouncil council) => council.App.Clock.Set(council.App.Clock.Now.AddMinutes(1));
}
