using System.Net;
using Comity.Service.People;
using static Comity.Web.Tests.People.RegisterFormTests;

namespace Comity.Web.Tests.People;

public class RelationshipPageTests
{
    [Fact]
    public async Task Declare_a_relationship_is_seen_by_the_two_and_the_monitoring_officer_and_by_nobody_else()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (member, officer) = (council.People.Member, council.People.Officer);
        var own = await council.AsAsync(member);
        var page = await own.GetAsync("/people/relationships/declare");
        (await own.SubmitAsync(page, "main form")).ShouldHaveErrors(
            "Choose the other person from the list",
            "Choose what ties the two of them",
            "Enter what is declared, as it is to stand in the register",
            "Enter the first day"
        );
        (
            await own.SubmitAsync(
                page,
                "main form",
                [("OtherPersonId", officer.ToString()), ("Tie", Tie.Family), ("Says", "We are cousins."), .. Day("From", 3, 4, 2026)]
            )
        ).ShouldHaveErrors("The first day must be today or earlier");

        (
            await own.SubmitAsync(
                page,
                "main form",
                [("OtherPersonId", officer.ToString()), ("Tie", Tie.Family), ("Says", "We are cousins."), .. Day("From", 1, 4, 2026)]
            )
        ).Location.ShouldBe("/people/relationships");

        foreach (var seer in new[] { member, officer, council.People.MonitoringOfficer })
        {
            var visitor = await council.AsAsync(seer);
            (await visitor.GetAsync("/people/relationships")).Text.ShouldContain("We are cousins.");
            (await visitor.GetAsync($"/people/{officer}")).Text.ShouldContain("Alex Member and Glen Officer: family, since 1 April 2026");
        }

        foreach (var other in new[] { council.People.Clerk, council.People.Manager, council.People.SameWardMember })
        {
            var visitor = await council.AsAsync(other);
            (await visitor.GetAsync("/people/relationships")).Text.ShouldContain("There are none.");
            (await visitor.GetAsync($"/people/{member}")).Text.ShouldNotContain("Declared relationships");
            (await visitor.GetAsync($"/people/{officer}")).Text.ShouldNotContain("cousins");
        }
    }

    [Fact]
    public async Task End_a_relationship_is_for_whoever_declared_it_and_says_so_when_somebody_was_faster()
    {
        await using var council = await WiganCouncil.StartAsync();
        var monitoring = await council.AsAsync(council.People.MonitoringOfficer);
        var page = await monitoring.GetAsync($"/people/relationships/declare?of={council.People.Member}");
        page.Text.ShouldContain("You enter what this person handed in.");
        await monitoring.SubmitAsync(
            page,
            "main form",
            [
                ("OtherPersonId", council.People.Officer.ToString()),
                ("Tie", Tie.CloseFriend),
                ("Says", "At school together."),
                .. Day("From", 1, 4, 2026),
            ]
        );
        var member = await council.AsAsync(council.People.Member);
        var officer = await council.AsAsync(council.People.Officer);
        var list = await member.GetAsync("/people/relationships");
        var end = list.Document.QuerySelector("a[href$='/end']")!.GetAttribute("href")!;

        (await officer.GetAsync("/people/relationships")).Document.QuerySelector("a[href$='/end']").ShouldBeNull();
        (await officer.GetAsync(end)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await council.AsAsync(council.People.Clerk)).GetAsync(end)).Status.ShouldBe(HttpStatusCode.NotFound);
        var form = await member.GetAsync(end);
        var stale = await monitoring.GetAsync(end);
        (await member.SubmitAsync(form, "main form", Day("LastDay", 31, 3, 2026)))
            .ErrorOf("LastDay")
            .ShouldNotBeNull()
            .ShouldContain("never taken away");
        (await member.SubmitAsync(form, "main form", Day("LastDay", 2, 4, 2026))).Location.ShouldBe("/people/relationships");
        var late = await monitoring.SubmitAsync(stale, "main form", Day("LastDay", 1, 4, 2026));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("By now it reads: 1 April 2026 to 2 April 2026");
        (await member.GetAsync("/people/relationships")).Text.ShouldContain("1 April 2026 to 2 April 2026");
    }

    [Fact]
    public async Task Declare_for_somebody_else_without_being_the_monitoring_officer_finds_nothing()
    {
        await using var council = await WiganCouncil.StartAsync();
        var address = $"/people/relationships/declare?of={council.People.Officer}";

        (await (await council.AsAsync(council.People.Clerk)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await council.AsAsync(council.People.Member)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await council.AsAsync(council.People.FormerMember)).GetAsync("/people/relationships/declare")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }
}
