using System.Net;
using System.Text;
using Comity.Testing;
using Comity.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.WardInformation;

/// <summary>What officers tell members unasked, on its pages.</summary>
public sealed class NewsPageTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Tell_a_ward_correct_it_and_see_who_has_seen_which_version(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync("/news/new?kind=ward-proposal");
        form.Text.ShouldContain("Clause 6.6");
        var told = await officer.SubmitAsync(
            form,
            "main form",
            [("Files", "plan.txt", Encoding.ASCII.GetBytes("The plan."))],
            ("Title", "Barrier in Mill Lane"),
            ("Words", "A barrier is proposed for Mill Lane."),
            ("Wards", council.People.EastWard.ToString("D")),
            ("HappensOn.Day", "6"),
            ("HappensOn.Month", "5"),
            ("HappensOn.Year", "2026"),
            ("HappensAt", "18:30")
        );
        told.Status.ShouldBe(HttpStatusCode.Redirect, told.Text);
        var here = told.Location!;

        var member = await council.AsAsync(council.People.Member);
        var list = await member.GetAsync("/for-my-ward");
        list.Text.ShouldContain("New Wednesday 6 May 2026 at 18:30. A proposal that affects a ward");
        (await officer.GetAsync("/news")).Text.ShouldContain("0 of 2");
        var page = await member.OpenAsync(here.Replace("/news/", "/enquiries/", StringComparison.Ordinal));
        page.Heading.ShouldBe("Barrier in Mill Lane");
        page.Text.ShouldContain("A barrier is proposed for Mill Lane.");
        page.Text.ShouldNotContain("Seen by");
        var file = page.Document.QuerySelector("a[download]")!.GetAttribute("href")!;
        (await member.Client.GetStringAsync(file)).ShouldBe("The plan.");
        (await member.GetAsync("/for-my-ward")).Text.ShouldNotContain("New Wednesday");
        (await officer.GetAsync("/news")).Text.ShouldContain("1 of 2");
        (await officer.GetAsync(here)).Text.ShouldContain("Alex Member, Councillor for East Thursday 2 April 2026 Thursday 2 April 2026");

        council.App.Clock.Advance(TimeSpan.FromHours(1));
        var correcting = await officer.GetAsync($"{here}/correct");
        var corrected = await officer.SubmitAsync(
            correcting,
            "main form",
            ("Changed", "It is Oak Lane."),
            ("Title", "Barrier in Oak Lane")
        );
        corrected.Status.ShouldBe(HttpStatusCode.Redirect, corrected.Text);
        var seen = await officer.GetAsync(here);
        seen.Text.ShouldContain("An earlier version, Thursday 2 April 2026");
        (await member.GetAsync("/for-my-ward")).Text.ShouldContain("Corrected Wednesday 6 May 2026");
        (await member.GetAsync($"{here}?version=1")).Heading.ShouldBe("Barrier in Mill Lane");
        (await member.GetAsync(here)).Text.ShouldContain("It is Oak Lane.");
        (await officer.GetAsync("/news")).Text.ShouldContain("1 of 2");
        (await officer.SubmitAsync(correcting, "main form", ("Changed", "Late."))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Open_news_is_for_those_who_were_told_and_those_who_told_them_and_nobody_else()
    {
        await using var council = await WiganCouncil.StartAsync();
        var here = await ToldAsync(council);
        var reference = here.Split('/')[^1];
        string[] addresses =
        [
            here,
            $"{here}/correct",
            $"/enquiries/{reference}",
            $"/enquiries/{reference}/why",
            $"/enquiries/{reference}/record",
        ];
        foreach (
            var person in new[]
            {
                council.People.OtherGroupMember,
                council.People.HousingOfficer,
                council.People.Director,
                council.People.Clerk,
                council.People.MonitoringOfficer,
            }
        )
        {
            var visitor = await council.AsAsync(person);
            foreach (var address in addresses)
            {
                var answer = await visitor.GetAsync(address);
                var missing = await visitor.GetAsync(address.Replace(reference, "0000-0000-00", StringComparison.Ordinal));
                answer.Status.ShouldBe(HttpStatusCode.NotFound, address);
                answer.Html.ShouldBe(missing.Html);
            }

            (await visitor.GetAsync("/find?words=Quibblewick")).Text.ShouldNotContain(reference);
            (await visitor.GetAsync("/for-my-ward?all=true")).Text.ShouldNotContain("Quibblewick");
        }

        var member = await council.AsAsync(council.People.Member);
        (await member.GetAsync("/find?words=Quibblewick")).Text.ShouldContain(reference);
        (await member.GetAsync($"/enquiries/{reference}/why")).Text.ShouldContain("clause 6.6");
        (await member.GetAsync($"{here}/correct")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync("/news")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync("/news/new")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var act in new[] { "reply", "acknowledge", "reassign", "note", "close", "follow-up", "reads" })
        {
            (await member.GetAsync($"/enquiries/{reference}/{act}")).Status.ShouldBe(HttpStatusCode.NotFound, act);
            (await (await council.AsAsync(council.People.Officer)).GetAsync($"/enquiries/{reference}/{act}")).Status.ShouldBe(
                HttpStatusCode.NotFound,
                act
            );
        }

        (await (await council.AsAsync(council.People.Manager)).GetAsync(here)).Text.ShouldContain("Seen by");
        (await (await council.AsAsync(council.People.Manager)).GetAsync($"{here}/correct")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Tell_without_a_title_a_ward_or_a_time_is_refused_beside_each_field_and_nothing_is_lost()
    {
        await using var council = await WiganCouncil.StartAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync("/news/new?kind=other");

        var wrongTime = await officer.SubmitAsync(form, "main form", ("Words", "Kept words."), ("HappensAt", "tea time"));
        var nobody = await officer.SubmitAsync(form, "main form", ("Title", "A title"), ("Words", "Kept words."));

        wrongTime.ShouldHaveErrors("Enter the time of day with hours and minutes, like 18:30");
        nobody.ShouldHaveErrors("Choose for whom it is. Nobody represents what you have chosen today, so nobody would be told");
        nobody.Text.ShouldContain("Kept words.");
    }

    [Fact]
    public async Task Tell_where_the_protocol_is_silent_says_so()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("generic"));
        var officer = await council.AsAsync(council.People.Officer);

        var form = await officer.GetAsync("/news/new?kind=ward-proposal");

        form.Text.ShouldContain("You may tell whom you choose.");
        form.Text.ShouldNotContain("Clause");
    }

    [Fact]
    public async Task Run_the_jobs_tells_whoever_came_to_the_ward()
    {
        await using var council = await WiganCouncil.StartAsync();
        var here = await ToldAsync(council);
        var later = await council.App.AddPersonAsync("Lena Later", "member", "Councillor for East");
        await council.ReadAsync(async db =>
        {
            db.Offices.Single(office => db.Holdings.Any(holding => holding.PersonId == later && holding.OfficeId == office.Id)).WardId =
                council.People.EastWard;
            return await db.SaveChangesAsync();
        });

        await using (var scope = council.App.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetServices<IDueJob>()
                .Single(job => job.GetType().Name == "NewsForLaterMembers")
                .RunDueAsync(council.App.Clock.Now, default);
        }

        (await (await council.AsAsync(later)).GetAsync(here)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> ToldAsync(WiganCouncil council)
    {
        var officer = await council.AsAsync(council.People.Officer);
        var told = await officer.SubmitAsync(
            await officer.GetAsync("/news/new?kind=ward-proposal"),
            "main form",
            ("Title", "Quibblewick"),
            ("Words", "A barrier is proposed."),
            ("Wards", council.People.EastWard.ToString("D"))
        );
        told.Status.ShouldBe(HttpStatusCode.Redirect, told.Text);
        return told.Location!;
    }
}
