using Comity.Service.Arrangements;
using Comity.Testing;
using Comity.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Dates;

/// <summary>The days by which dates are counted change, and everybody sees what moved of what they may see.</summary>
public sealed class MovedDatesTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task State_closure_days_moves_what_is_owed_and_shows_before_and_after_to_those_who_may_see_it(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync();
        var closed = await council.AskedAsync(request => request with { Sealed = true });
        await RunAsync(council);
        var member = await council.AsAsync(council.People.Member);
        (await member.GetAsync("/dates/moved")).Text.ShouldContain("No date of anything that you may see has moved.");

        await council.ArrangeAsync(ArrangementKeys.ClosureDays, "2026-04-15");
        await RunAsync(council);

        var moved = await member.GetAsync("/dates/moved");
        moved.Text.ShouldContain(reference);
        moved.Text.ShouldContain(closed);
        moved.Text.ShouldContain("Monday 20 April 2026 Tuesday 21 April 2026");
        var clerk = await (await council.AsAsync(council.People.Clerk)).GetAsync("/dates/moved");
        clerk.Text.ShouldNotContain(reference);
        clerk.Text.ShouldNotContain(closed);
        clerk.Text.ShouldContain("reply Monday 20 April 2026 Tuesday 21 April 2026 1");
        var other = await (await council.AsAsync(council.People.OtherGroupMember)).GetAsync("/dates/moved");
        other.Text.ShouldContain("No date of anything that you may see has moved.");
        other.Text.ShouldNotContain("How many");
    }

    private static Task RunAsync(WiganCouncil council) =>
        council.App.Services.GetRequiredService<JobHost>().RunDueAsync(council.App.Clock.Now);
}
