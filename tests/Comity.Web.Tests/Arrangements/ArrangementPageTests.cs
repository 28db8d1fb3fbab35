using System.Net;
using static Comity.Web.Tests.People.RegisterFormTests;

namespace Comity.Web.Tests.Arrangements;

public class ArrangementPageTests
{
    [Fact]
    public async Task State_who_stands_in_is_shown_as_the_councils_choice_and_refused_to_whom_it_concerns()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var page = await clerk.GetAsync("/arrangements/substitutes/state");
        (await clerk.SubmitAsync(page, "main form")).ShouldHaveErrors(
            "Choose who may not deal with it",
            "Choose who deals with it instead",
            "Enter the minute of the decision, as the council refers to it",
            "Enter the first day"
        );
        (string, string?)[] stated =
        [
            ("Role", "monitoring-officer"),
            ("OfficeId", council.People.DirectorOffice.ToString()),
            ("Minute", "C/14"),
            .. Day("From", 2, 4, 2026),
        ];

        (await clerk.SubmitAsync(page, "main form", stated)).Location.ShouldBe("/arrangements/substitutes");
        var monitoring = await council.AsAsync(council.People.MonitoringOfficer);
        var own = await monitoring.SubmitAsync(await monitoring.GetAsync("/arrangements/substitutes/state"), "main form", stated);
        own.Status.ShouldBe(HttpStatusCode.BadRequest);
        own.ErrorOf("Role").ShouldNotBeNull().ShouldContain("nobody decides about themselves");

        var seen = await (await council.AsAsync(council.People.Member)).GetAsync("/arrangements/substitutes");
        seen.Text.ShouldContain("the council’s own choice and no clause of the protocol");
        seen.Text.ShouldContain("Director of Place (Ellis Director)");
        seen.Text.ShouldContain("C/14");
        seen.Text.ShouldContain("Ira Clerk");
        seen.Document.QuerySelector("main a[href$='/end']").ShouldBeNull();
    }

    [Fact]
    public async Task End_who_stands_in_wants_a_minute_and_says_when_it_was_ended_before()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        await clerk.SubmitAsync(
            await clerk.GetAsync("/arrangements/substitutes/state"),
            "main form",
            [
                ("Role", "monitoring-officer"),
                ("OfficeId", council.People.DirectorOffice.ToString()),
                ("Minute", "C/14"),
                .. Day("From", 2, 4, 2026),
            ]
        );
        var list = await clerk.GetAsync("/arrangements/substitutes");
        var end = list.Document.QuerySelector("main a[href$='/end']")!.GetAttribute("href")!;
        var page = await clerk.GetAsync(end);

        (await clerk.SubmitAsync(page, "main form")).ShouldHaveErrors(
            "Enter the last day on which it holds",
            "Enter the minute of the decision, as the council refers to it"
        );
        (await clerk.SubmitAsync(page, "main form", [("Minute", "C/15"), .. Day("LastDay", 2, 4, 2026)])).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        var late = await clerk.SubmitAsync(page, "main form", [("Minute", "C/16"), .. Day("LastDay", 3, 4, 2026)]);

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.GetElementById("Minute")!.GetAttribute("value").ShouldBe("C/16");
        (await clerk.GetAsync("/arrangements/substitutes")).Text.ShouldContain("2 April 2026 to 2 April 2026");
    }

    [Fact]
    public async Task State_who_is_meant_by_a_role_holds_from_its_day_and_names_the_gap_until_then()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        (await clerk.GetAsync("/arrangements/roles")).Text.ShouldContain("Nobody: a step that goes there is a gap");
        var address = "/arrangements/roles/chief-officer";
        var page = await clerk.GetAsync(address);
        var stale = await clerk.GetAsync(address);

        (await clerk.SubmitAsync(page, "main form", ("Roles", "director"))).ShouldHaveErrors(
            "Enter the first day",
            "Enter the minute of the decision, as the council refers to it"
        );
        (
            await clerk.SubmitAsync(page, "main form", [("Roles", "director"), ("Minute", "C/17"), .. Day("From", 2, 4, 2026)])
        ).Location.ShouldBe("/arrangements/roles");
        var late = await clerk.SubmitAsync(
            stale,
            "main form",
            [("Roles", "head-of-service"), ("Minute", "C/18"), .. Day("From", 2, 4, 2026)]
        );

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        var shown = await (await council.AsAsync(council.People.Member)).GetAsync("/arrangements/roles");
        shown.Text.ShouldContain("Ellis Director (Director of Place)");
        shown.Text.ShouldContain("Ira Clerk, since 2 April 2026 (C/17)");
        (await clerk.GetAsync("/arrangements/roles/no-such-role")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
