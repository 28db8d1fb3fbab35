using System.Net;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Web.Tests.Information;

/// <summary>A fee under an access law, on the pages of the officer who asks for it and of the member who pays.</summary>
public sealed class FeesPageTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task A_fee_stops_the_laws_time_until_the_payment_is_on_record(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (here, member, officer) = await AskedAsync(council);
        (await officer.GetAsync(here + "/fees")).Text.ShouldContain("Nothing is owed under an access law here");
        await officer.SubmitAsync(await officer.GetAsync(here + "/by-law"), "main form", ("Do", "count"), ("Law", "foia"));
        (await officer.GetAsync(here + "/by-law")).Document.QuerySelector($"a[href='{here}/fees']").ShouldNotBeNull();

        var form = await officer.GetAsync(here + "/fees");
        (await officer.SubmitAsync(form, "main form", ("Do", "give"), ("Pounds", "a lot"))).ShouldHaveErrors(
            "Enter the fee in pounds, for example 12.50",
            "Enter what the fee is for and how it is paid"
        );
        (await officer.SubmitAsync(form, "main form", ("Do", "give"), ("Pounds", "12.505"), ("Words", "For copies."))).ShouldHaveErrors(
            "Enter the fee in pounds, for example 12.50"
        );
        (await officer.SubmitAsync(form, "main form", ("Do", "give"), ("Pounds", "12.50"), ("Words", "For copies."))).Location.ShouldBe(
            here + "/fees"
        );

        (await member.GetAsync(here + "/by-law")).Text.ShouldContain("Nothing is owed by law until the fee has been paid");
        var seen = await member.GetAsync(here + "/fees");
        seen.Text.ShouldContain("It is to be paid by Wednesday 1 July 2026");
        seen.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await member.GetAsync(here[..^"/information".Length])).Text.ShouldContain("A fee of £12.50 is to be paid");

        var waits = await officer.GetAsync(here + "/fees");
        (await officer.SubmitAsync(waits, "main form", ("Do", "paid"))).ShouldHaveErrors("Enter the day on which the fee was received");
        (await officer.SubmitAsync(waits, "main form", Paid(3))).Errors.ShouldHaveSingleItem().ShouldContain("and not after today");
        (await officer.SubmitAsync(waits, "main form", Paid(2))).Location.ShouldBe(here + "/fees");

        // Notice and payment on the day of receipt, which is not counted anyway.
        (await officer.GetAsync(here + "/by-law")).Text.ShouldContain("Due by law Tuesday 5 May 2026");
    }

    [Fact]
    public async Task A_fee_is_the_officers_to_ask_for_and_nobody_elses_to_see()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (here, member, officer) = await AskedAsync(council);
        await officer.SubmitAsync(await officer.GetAsync(here + "/by-law"), "main form", ("Do", "count"), ("Law", "foia"));
        (await member.GetAsync(here + "/fees")).Document.QuerySelectorAll("main form").ShouldBeEmpty();
        var form = await officer.GetAsync(here + "/fees");

        var other = await council.AsAsync(council.People.OtherGroupMember);
        (await other.GetAsync(here + "/fees")).Status.ShouldBe(HttpStatusCode.NotFound);
        var stale = await officer.SubmitAsync(
            form,
            "main form",
            ("Do", "give"),
            ("Pounds", "5"),
            ("Words", "For copies."),
            ("Version", "1")
        );
        stale.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_law_that_stops_no_time_for_a_fee_says_so()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (here, _, officer) = await AskedAsync(council);
        await officer.SubmitAsync(await officer.GetAsync(here + "/by-law"), "main form", ("Do", "count"), ("Law", "eir"));

        (await officer.GetAsync(here + "/by-law")).Document.QuerySelector($"a[href='{here}/fees']").ShouldBeNull();
        (await officer.GetAsync(here + "/fees")).Text.ShouldContain("No time stands still for a fee under the Environmental Information");
    }

    private static (string Name, string? Value)[] Paid(int day) =>
        [("Do", "paid"), ("PaidOn.Day", $"{day}"), ("PaidOn.Month", "4"), ("PaidOn.Year", "2026")];

    private static async Task<(string Here, Visitor Member, Visitor Officer)> AskedAsync(WiganCouncil council)
    {
        var reference = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.Information,
                Subject = "The lease of the pavilion",
                Question = "May I see the lease?",
                Capacity = Capacity.Council,
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
}
