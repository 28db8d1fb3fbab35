using System.Net;
using Comity.Service.Arrangements;
using Comity.Service.Concerns;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Concerns;

/// <summary>With the code alone whoever reported agrees to things, has somebody else hear it, and asks for another look.</summary>
public sealed class ReporterChoicesTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Come_back_with_the_code_agrees_to_a_mediator_and_reads_what_came_of_it(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (code, _) = await Reporting.SendAsync(council);
        var reference = await ReferenceAsync(council);
        await Reporting.NameHearerAsync(council, reference);
        var (here, hearer) = ($"/concerns/{reference}", await council.AsAsync(council.People.Manager));
        await hearer.SubmitAsync(await hearer.GetAsync(here + "/take-up"), "main form", ("Words", "I have it."));
        await hearer.SubmitAsync(await hearer.GetAsync(here + "/tell"), "main form", ("Words", "It is said that you laughed."));

        var (reporter, page) = await Reporting.ComeBackAsync(council, code);
        (await reporter.SubmitAsync(page, "main form[action*=Consent]", ("Given", "everything"))).ShouldHaveErrors("Choose from the list");
        var agreed = await reporter.SubmitAsync(page, "main form[action*=Consent]", ("Given", ConcernConsent.Mediation));
        agreed.Text.ShouldContain("What you agree to has been saved.");
        (await hearer.GetAsync(here)).Text.ShouldContain("Agrees to a mediator Yes");

        await hearer.SubmitAsync(
            await hearer.GetAsync(here + "/mediator"),
            "main form",
            ("Person", "outside"),
            ("Outside", "The county association"),
            ("Words", "We meet on Thursday.")
        );
        (await Reporting.ComeBackAsync(council, code)).Page.Text.ShouldContain("The county association: We meet on Thursday.");

        await hearer.SubmitAsync(
            await hearer.GetAsync(here + "/mediated"),
            "main form",
            ("Settled", "yes"),
            ("Words", "They shook hands.")
        );
        var given = await hearer.SubmitAsync(
            await hearer.GetAsync(here + "/outcome"),
            "main form",
            ("Kind", OutcomeKind.Settled),
            ("Measures", "apology"),
            ("Words", "It is settled.")
        );
        given.Status.ShouldBe(HttpStatusCode.Redirect, given.Text);
        var (again, back) = await Reporting.ComeBackAsync(council, code);
        back.Text.ShouldContain("What follows: An apology.");
        (await again.SubmitAsync(back, "main form[action*=Write]", ("Words", ""))).Errors.ShouldContain("Enter what you want to say");
        back.Html.ShouldContain("handler=Review");
    }

    [Fact]
    public async Task Come_back_with_the_code_when_nobody_said_in_time_who_hears_it_asks_the_next()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.ArrangeAsync(ArrangementKeys.ConcernTakenUp, "5");
        var (code, _) = await Reporting.SendAsync(council);
        var reference = await ReferenceAsync(council);
        (await Reporting.ComeBackAsync(council, code)).Page.Html.ShouldNotContain("handler=Another");

        council.App.Clock.Advance(TimeSpan.FromDays(30));
        var (reporter, page) = await Reporting.ComeBackAsync(council, code);
        var moved = await reporter.SubmitAsync(page, "main form[action*=Another]");

        moved.Text.ShouldContain("It is in other hands now.");
        (await (await council.AsAsync(council.People.MonitoringOfficer)).GetAsync($"/concerns/{reference}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await (await council.AsAsync(council.People.Clerk)).GetAsync($"/concerns/{reference}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Come_back_with_the_code_says_what_was_done_to_them_and_whoever_hears_it_does_not_read_that(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (code, _) = await Reporting.SendAsync(council);
        var reference = await ReferenceAsync(council);
        await Reporting.NameHearerAsync(council, reference);
        var (reporter, page) = await Reporting.ComeBackAsync(council, code);
        (await reporter.SubmitAsync(page, "main form[action*=Done]")).ShouldHaveErrors(
            "Enter what was done",
            "Choose who did it",
            "Enter the day on which it was done"
        );

        var done = await reporter.SubmitAsync(
            page,
            "main form[action*=Done]",
            ("Done", "My bins were left."),
            ("DoneBy", council.People.Officer.ToString()),
            ("DoneOn.Day", "1"),
            ("DoneOn.Month", "4"),
            ("DoneOn.Year", "2026")
        );

        done.Text.ShouldContain("It has been passed on.");
        (await (await council.AsAsync(council.People.MonitoringOfficer)).GetAsync("/concerns/watch")).Text.ShouldContain("Glen Officer");
        (await (await council.AsAsync(council.People.Manager)).GetAsync($"/concerns/{reference}")).Text.ShouldNotContain("My bins");
        (await (await council.AsAsync(council.People.Officer)).GetAsync($"/concerns/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<string> ReferenceAsync(WiganCouncil council) =>
        council.ReadAsync(db => db.Matters.Select(matter => matter.Reference).SingleAsync());
}
