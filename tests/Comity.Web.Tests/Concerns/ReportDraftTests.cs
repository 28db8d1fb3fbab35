using System.Net;
using Comity.Service.Content;
using Comity.Testing;
using Comity.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Concerns;

/// <summary>What a reporter filled in and did not send.</summary>
public sealed class ReportDraftTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Leave_a_report_unsent_for_a_day_and_nothing_of_it_is_there(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var visitor = council.App.NewVisitor();
        var left = await Reporting.CheckAsync(council, visitor);
        left.Text.ShouldContain("kept under seal for a day, and then erased");
        var started = council.App.Clock.Now;
        (await KeptAsync(council)).ShouldBe((1, 1, 1));

        council.App.Clock.Set(started.AddHours(23));
        await RunAsync(council);
        (await KeptAsync(council)).ShouldBe((1, 1, 1));
        var later = await Reporting.CheckAsync(council, visitor);

        council.App.Clock.Set(started.AddHours(25));
        await RunAsync(council);
        (await KeptAsync(council)).ShouldBe((1, 1, 1));

        var refused = await visitor.SubmitAsync(left, "main form[action*=Send]");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("it was left for more than a day");
        (await visitor.SubmitAsync(later, "main form[action*=Send]")).Heading.ShouldBe("Your concern has been sent");

        // What was sent is no draft any more: its key stays.
        council.App.Clock.Set(started.AddDays(3));
        await RunAsync(council);
        (await council.ReadAsync(db => db.MatterKeys.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Throw_a_report_away_and_nothing_of_it_is_there()
    {
        await using var council = await WiganCouncil.StartAsync();
        var visitor = council.App.NewVisitor();
        var check = await Reporting.CheckAsync(council, visitor);

        var thrown = await visitor.SubmitAsync(check, "main form[action*=ThrowAway]");

        thrown.Location.ShouldBe("/concerns/report");
        (await KeptAsync(council)).ShouldBe((0, 0, 0));
        (await visitor.SubmitAsync(check, "main form[action*=ThrowAway]", ("Ticket", "forged"))).Location.ShouldBe("/concerns/report");
    }

    private static Task RunAsync(WiganCouncil council) =>
        council.App.Services.GetRequiredService<JobHost>().RunDueAsync(council.App.Clock.Now);

    private static Task<(int Drafts, int Contents, int Keys)> KeptAsync(WiganCouncil council) =>
        council.ReadAsync(async db =>
            (
                await db.Drafts.CountAsync(),
                await db.Contents.CountAsync(item => item.Class == ContentClass.Sealed),
                await db.MatterKeys.CountAsync()
            )
        );
}
