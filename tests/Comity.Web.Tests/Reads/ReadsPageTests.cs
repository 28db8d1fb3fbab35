using System.Net;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Reads;

/// <summary>Who has read a confidential matter, and why they could.</summary>
public class ReadsPageTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Open_the_log_of_a_sealed_matter_names_each_reader_with_the_leave_they_had(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync(request => request with { Sealed = true });
        await (await council.AsAsync(council.People.Officer)).GetAsync($"/enquiries/{reference}");
        var member = await council.AsAsync(council.People.Member);

        var page = await member.GetAsync($"/enquiries/{reference}/reads");

        page.Text.ShouldContain("Glen Officer, Highways Liaison Officer");
        page.Text.ShouldContain("what is said");
        page.Text.ShouldContain("Has it to answer. (Comity’s own safeguard, not the protocol)");
        page.Text.ShouldNotContain("No leave was in force");
    }

    [Fact]
    public async Task Open_the_log_after_the_leave_of_a_reader_has_ended_still_says_why_they_could_then()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync(request => request with { Sealed = true });
        var officer = await council.AsAsync(council.People.Officer);
        await officer.GetAsync($"/enquiries/{reference}");
        council.App.Clock.Advance(TimeSpan.FromMinutes(5));
        var form = await officer.GetAsync($"/enquiries/{reference}/reassign");
        await officer.SubmitAsync(
            form,
            "main form",
            ("ToOfficeId", council.People.HousingOffice.ToString("D")),
            ("Words", "It belongs to the estate.")
        );

        (await officer.GetAsync($"/enquiries/{reference}/reads")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await (await council.AsAsync(council.People.Member)).GetAsync($"/enquiries/{reference}/reads");
        page.Text.ShouldContain("Glen Officer");
        page.Text.ShouldNotContain("No leave was in force");

        await council.ReadAsync(db => db.Grants.Where(grant => grant.Part == "content").ExecuteDeleteAsync());
        (await (await council.AsAsync(council.People.Member)).GetAsync($"/enquiries/{reference}/reads")).Text.ShouldContain(
            "No leave was in force"
        );
    }

    [Fact]
    public async Task Show_the_log_to_the_monitoring_officer_opens_that_and_nothing_else()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync(request => request with { Sealed = true });
        await (await council.AsAsync(council.People.Officer)).GetAsync($"/enquiries/{reference}");
        var monitoring = await council.AsAsync(council.People.MonitoringOfficer);
        (await monitoring.GetAsync($"/enquiries/{reference}/reads")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await monitoring.GetAsync("/reads")).Text.ShouldContain("Nothing has been shown to you.");
        var member = await council.AsAsync(council.People.Member);

        var shown = await member.SubmitAsync(await member.GetAsync($"/enquiries/{reference}/show-reads"), "main form");

        shown.Status.ShouldBe(HttpStatusCode.Redirect, shown.Text);
        (await member.GetAsync($"/enquiries/{reference}/reads")).Text.ShouldNotContain("Have it looked at");
        (await monitoring.GetAsync("/reads")).Text.ShouldContain(reference);
        var log = await monitoring.GetAsync($"/enquiries/{reference}/reads");
        log.Text.ShouldContain("Glen Officer");
        log.Text.ShouldNotContain("Mill Lane");
        foreach (var closed in new[] { "", "/why", "/decisions", "/record", "/note" })
        {
            (await monitoring.GetAsync($"/enquiries/{reference}{closed}")).Status.ShouldBe(HttpStatusCode.NotFound, closed);
        }

        (await monitoring.GetAsync("/what-i-owe")).Text.ShouldNotContain(reference);
        (await member.GetAsync($"/enquiries/{reference}/reads")).Text.ShouldContain("Jo Monitoring, Monitoring Officerwho has read it");
        foreach (var person in new[] { council.People.Clerk, council.People.OtherGroupMember, council.People.HousingOfficer })
        {
            var other = await council.AsAsync(person);
            (await other.GetAsync($"/enquiries/{reference}/reads")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.GetAsync("/reads")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
