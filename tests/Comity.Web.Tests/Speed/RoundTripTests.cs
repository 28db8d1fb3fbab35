using System.Net;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Storage.Postgres;
using Comity.Storage.Sqlite;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Speed;

/// <summary>How often a page asks the database: a fixed number, however much there is to show. And what it keeps in memory is never old.</summary>
public sealed class RoundTripTests
{
    // The stamp and the matter, if the wall lets it be seen; and all that its page shows.
    private const int OfMatterPage = 2;

    // The stamp, and one for each of the viewer's tokens: person and office, each in indexed and in sealed matters, and the person in that office.
    private const int OfList = 6;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Open_an_enquiry_asks_the_database_twice_however_much_was_said(DatabaseKind kind)
    {
        var counted = new CountedCommands();
        await using var council = await WiganCouncil.StartAsync(kind, services => Count(services, counted));
        var reference = await council.AskedAsync();
        var member = await council.AsAsync(council.People.Member);
        await member.GetAsync($"/enquiries/{reference}");
        counted.Taken();

        (await member.GetAsync($"/enquiries/{reference}")).Status.ShouldBe(HttpStatusCode.OK);
        var first = counted.Taken();
        first.Count.ShouldBe(OfMatterPage, string.Join("\n\n", first));

        var viewer = await council.ViewerAsync(council.People.Member);
        for (var version = 1; version <= 3; version++)
        {
            await council.DoAsync<FollowUpEnquiry, ActResult>(act =>
                act.ExecuteAsync(
                    new FollowUpEnquiryRequest(new MatterAt(reference, version), $"And what of lamp number {version}?", []),
                    viewer,
                    Cancel
                )
            );
        }

        counted.Taken();
        (await member.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("And what of lamp number 3?");
        counted.Taken().Count.ShouldBe(OfMatterPage);
    }

    [Theory, MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Open_an_overdue_enquiry_asks_the_database_no_more_often_for_the_way_up(DatabaseKind kind)
    {
        var counted = new CountedCommands();
        await using var council = await WiganCouncil.StartAsync(kind, services => Count(services, counted));
        var reference = await council.AskedAsync();
        council.App.Clock.Set(council.App.Clock.Now.AddDays(40));
        foreach (var person in new[] { council.People.Member, council.People.Officer })
        {
            var visitor = await council.AsAsync(person);
            await visitor.GetAsync($"/enquiries/{reference}");
            counted.Taken();

            (await visitor.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("Overdue");
            var commands = counted.Taken();
            commands.Count.ShouldBe(OfMatterPage, string.Join("\n\n", commands));
        }
    }

    [Theory, MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Open_a_list_asks_the_database_six_times_however_much_is_owed(DatabaseKind kind)
    {
        var counted = new CountedCommands();
        await using var council = await WiganCouncil.StartAsync(kind, services => Count(services, counted));
        var asked = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            asked.Add(await council.AskedAsync());
        }

        foreach (var (person, path) in new[] { (council.People.Member, "/what-i-am-owed"), (council.People.Officer, "/what-i-owe") })
        {
            var visitor = await council.AsAsync(person);
            await visitor.GetAsync(path);
            counted.Taken();

            var page = await visitor.GetAsync(path);
            var commands = counted.Taken();
            asked.ShouldAllBe(reference => page.Text.Contains(reference, StringComparison.Ordinal));
            commands.Count.ShouldBe(OfList, string.Join("\n\n", commands));
        }
    }

    [Theory, MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Take_an_office_away_in_another_process_shuts_its_holder_out_at_the_next_request(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        (await officer.GetAsync($"/enquiries/{reference}")).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.GetAsync("/what-i-owe")).Text.ShouldContain(reference);

        await using (var db = council.App.OpenDatabase())
        {
            await db.Holdings.Where(row => row.PersonId == council.People.Officer).ExecuteDeleteAsync(Cancel);
        }

        (await officer.GetAsync($"/enquiries/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync("/what-i-owe")).Text.ShouldNotContain(reference);
    }

    private static void Count(IServiceCollection services, CountedCommands counted)
    {
        services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(counted));
        services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(counted));
    }
}
