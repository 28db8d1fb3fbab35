using System.Net;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Web.Tests.Requests;

/// <summary>The page on which an officer says that it is something else.</summary>
public sealed class ChangeKindPageTests
{
    private const string Why = "You ask what could be done.";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Change_what_it_is_shows_what_it_was_and_is_to_the_member_and_leads_the_officer_home(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var matter = await officer.GetAsync($"/enquiries/{reference}");
        matter.Text.ShouldContain("Change what it is");
        var form = await officer.GetAsync($"/enquiries/{reference}/kind");

        var done = await officer.SubmitAsync(form, "main form", ("To", EnquiryKind.Advice.Key), ("Words", Why));

        // It went to the director: this officer has it no more.
        (done.Status, done.Location).ShouldBe((HttpStatusCode.Redirect, "/what-i-owe"));
        (await officer.GetAsync($"/enquiries/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var member = await council.AsAsync(council.People.Member);
        var shown = await member.GetAsync($"/enquiries/{reference}");
        shown.Text.ShouldContain("Changed what it is");
        shown.Text.ShouldContain($"Asked as: enquiry. Dealt with as: request for advice. {Why}");
    }

    [Fact]
    public async Task Change_to_what_the_protocol_asks_more_about_puts_the_question_and_refuses_with_the_clause()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{reference}/kind");
        var question = await officer.SubmitAsync(form, "main form", ("To", EnquiryKind.Information.Key), ("Words", Why));

        question.Heading.ShouldBe("Has the member shown a need to know?");
        (await officer.SubmitAsync(question, "main form")).ShouldHaveErrors("Choose an answer");
        var refused = await officer.SubmitAsync(question, "main form", ("Value", "no"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("6.4");
        refused.Text.ShouldContain(Why);
    }

    [Fact]
    public async Task Send_nothing_names_both_fields_and_an_old_form_is_told_so()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{reference}/kind");

        (await officer.SubmitAsync(form, "main form")).ShouldHaveErrors("Choose what it is", "Enter why it is something else");
        (await officer.SubmitAsync(form, "main form", ("To", "gossip"), ("Words", Why))).ShouldHaveErrors("Choose what it is");
        var old = await officer.SubmitAsync(form, "main form", ("To", EnquiryKind.Advice.Key), ("Words", Why), ("Version", "0"));
        old.Status.ShouldBe(HttpStatusCode.Conflict);
        old.Text.ShouldContain(Why);
    }

    [Fact]
    public async Task Open_the_page_as_anybody_else_finds_nothing()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();

        foreach (var person in new[] { council.People.Member, council.People.Clerk, council.People.HousingOfficer })
        {
            var visitor = await council.AsAsync(person);
            (await visitor.GetAsync($"/enquiries/{reference}/kind")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
