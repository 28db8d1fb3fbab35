using System.Net;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Patterns;

/// <summary>How much is asked, as the Monitoring Officer and the member see it.</summary>
public sealed class PatternPageTests
{
    [Theory, EveryDatabase]
    [Norm("wigan/5.4/b")]
    [Norm("wigan/6.5/c")]
    public async Task Look_at_how_much_is_asked_shows_the_numbers_beside_the_clauses_and_is_on_the_record(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        for (var i = 0; i < 3; i++)
        {
            await council.AskedAsync(request => request with { Kind = i == 0 ? EnquiryKind.ConstituentComplaint : EnquiryKind.Enquiry });
        }

        await council.AskedAsync(request => request with { Sealed = true });
        var monitoring = await council.AsAsync(council.People.MonitoringOfficer);

        var page = await monitoring.GetAsync("/patterns");

        page.Text.ShouldContain("Too many requests, or too often, can waste the council's means.");
        page.Text.ShouldContain("Many petty or personally driven complaints cost everybody time.");
        Row(page, "Alex Member").ShouldBe(["3", "3", "1", "0.3", "3"]);
        Row(page, "Cass Opponent").ShouldBe(["0", "0", "0", "0", "0"]);
        page.Text.ShouldContain("In the middle of all members: 0 in a month.");
        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "patterns-read"))).ShouldBe(1);
        foreach (var person in new[] { council.People.Member, council.People.Clerk, council.People.Director })
        {
            var other = await council.AsAsync(person);
            (await other.GetAsync("/patterns")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.GetAsync($"/patterns/{council.People.Member}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory, EveryDatabase]
    public async Task Write_down_what_is_made_of_it_is_sealed_and_refuses_the_member_nothing(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        await council.AskedAsync();
        var monitoring = await council.AsAsync(council.People.MonitoringOfficer);
        var form = await monitoring.GetAsync($"/patterns/{council.People.Member}");

        (await monitoring.SubmitAsync(form, "main form")).ShouldHaveErrors("Enter what you make of it", "Choose what comes next");
        var kept = await monitoring.SubmitAsync(form, "main form", ("Note", "Quillfeath: all on one street."), ("Next", "talk-to-member"));

        var page = await monitoring.OpenAsync(kept.Location!);
        page.Text.ShouldContain("Talk to the member · Jo Monitoring");
        page.Text.ShouldContain("Quillfeath: all on one street.");
        var noted = await council.ReadAsync(db => db.PatternNotes.AsNoTracking().SingleAsync());
        noted.AboutToken.ShouldNotContain($"{council.People.Member:N}");
        (await council.ReadAsync(db => db.Contents.CountAsync(content => content.Text!.Contains("Quillfeath")))).ShouldBe(0);
        (await council.AskedAsync()).ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Look_at_somebody_with_whom_a_relationship_is_declared_finds_nobody(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (member, monitoring) = (council.People.Member, council.People.MonitoringOfficer);
        var viewer = await council.ViewerAsync(member);
        (
            await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
                declare.ExecuteAsync(viewer, new(member, monitoring, Tie.Family, "We are cousins.", null, council.App.Clock.Today()))
            )
        ).ShouldBeOfType<RegisterChange.Done>();
        var visitor = await council.AsAsync(monitoring);

        (await visitor.GetAsync("/patterns")).Text.ShouldNotContain("Alex Member");
        (await visitor.GetAsync($"/patterns/{member}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"/patterns/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("town")]
    [InlineData("borough")]
    [InlineData("generic")]
    [InlineData("west-lavington")]
    public async Task Look_under_a_protocol_that_does_not_speak_of_it_counts_nothing(string protocol)
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));
        var monitoring = await council.AsAsync(council.People.MonitoringOfficer);

        var page = await monitoring.GetAsync("/patterns");

        page.Text.ShouldContain("nothing is counted here");
        page.Document.QuerySelectorAll("table").ShouldBeEmpty();
        (await monitoring.GetAsync($"/patterns/{council.People.Member}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EveryDatabase]
    public async Task Ask_shows_the_member_how_much_of_theirs_is_open_and_how_much_came_lately(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        await council.AskedAsync();
        await council.AskedAsync(request => request with { Sealed = true });
        var member = await council.AsAsync(council.People.Member);

        (await RuleAsync(member, "enquiry")).Text.ShouldContain("Of what you asked, 2 are open today, and 2 came in the last 3 months.");
        (await RuleAsync(await council.AsAsync(council.People.SameWardMember), "enquiry")).Text.ShouldContain(
            "Of what you asked, 0 are open today"
        );
        (await RuleAsync(member, "service-request")).Text.ShouldNotContain("Of what you asked");
    }

    private static async Task<Page> RuleAsync(Visitor visitor, string kind)
    {
        var started = await visitor.SubmitAsync(await visitor.GetAsync("/ask"), "main form", ("Kind", kind));
        return await visitor.OpenAsync(started.Location!);
    }

    private static string[] Row(Page page, string name) =>
        [
            .. page
                .Document.QuerySelectorAll("tbody tr")
                .Single(row => row.QuerySelector("th")!.TextContent == name)
                .QuerySelectorAll("td")
                .Select(cell => cell.TextContent.Trim()),
        ];
}
