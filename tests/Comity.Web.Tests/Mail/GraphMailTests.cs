using Comity.Service.Mail;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Mail;

public class GraphMailTests
{
    private const string Passed =
        "Authentication-Results: spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=elmbrook.example; dkim=none header.d=none;dmarc=pass action=none header.from=elmbrook.example;compauth=pass reason=100\n";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Mailbox_at_Microsoft_365_is_read_page_by_page_and_each_message_once(DatabaseKind kind)
    {
        await using var graph = await GraphStandIn.StartAsync();
        await using var scene = await SceneAsync(graph, kind);
        graph.Arrive("one", Letter("one", Passed));
        graph.Arrive("two", Letter("two", "X-MS-Exchange-Organization-AuthAs: Internal\n"));
        graph.Arrive(
            "three",
            Letter("three", "Authentication-Results: spf=fail smtp.mailfrom=elmbrook.example;dmarc=fail header.from=elmbrook.example\n")
        );

        await scene.RunAsync();
        await scene.RunAsync();

        await using var db = scene.App.OpenDatabase();
        var states = await db.IncomingMail.Select(mail => mail.State).ToListAsync();
        states.Count(state => state == MailState.Opened).ShouldBe(2);
        states.Count(state => state == MailState.Held).ShouldBe(1);
        (await db.Matters.Select(matter => matter.Subject).ToListAsync()).ShouldBe(["one", "two"], ignoreOrder: true);
        graph.TokensGiven.ShouldBe(1, "A token is kept as long as it is good.");

        // The link has run out: everything comes again, and nothing happens twice.
        graph.HasForgotten = true;
        graph.Arrive("four", Letter("four", Passed));
        await scene.RunAsync();
        (await db.IncomingMail.CountAsync()).ShouldBe(4);
        (await db.Matters.CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Notice_leaves_through_Microsoft_365_as_it_would_through_a_relay()
    {
        await using var graph = await GraphStandIn.StartAsync();
        await using var scene = await SceneAsync(graph);
        var reference = await scene.AskAsync();
        graph.Refusal = (503, "serviceNotAvailable");

        await scene.RunAsync();

        await using var db = scene.App.OpenDatabase();
        (await db.Outbox.AsNoTracking().ToListAsync()).ShouldAllBe(row =>
            row.SentAt == null && row.LastFailure!.Contains("503 serviceNotAvailable")
        );
        graph.Refusal = null;
        scene.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.RunAsync();

        graph.Sent.Count.ShouldBe(2);
        var letter = graph.Sent.Single(sent => sent.Contains("To: ada@elmbrook.example", StringComparison.Ordinal));
        letter.ShouldContain("Content-Type: multipart/alternative");
        letter.ShouldContain("Message-ID: <");
        letter.ShouldNotContain("X-Receiver");
        letter.ShouldNotContain("Bcc");
        (await db.Outbox.AsNoTracking().ToListAsync()).ShouldAllBe(row => row.SentAt == scene.App.Clock.Now);
        scene.App.Log.Lines.ShouldAllBe(line =>
            !line.Contains("our-secret", StringComparison.Ordinal) && !line.Contains(reference, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Secret_that_is_wrong_lets_nothing_in_and_loses_nothing()
    {
        await using var graph = await GraphStandIn.StartAsync();
        await using var scene = await SceneAsync(graph, secret: "another");
        await scene.AskAsync();

        await scene.RunAsync();

        await using var db = scene.App.OpenDatabase();
        (await db.Outbox.ToListAsync()).ShouldAllBe(row => row.SentAt == null && row.LastFailure!.Contains("401"));
        scene.App.Log.Lines.ShouldContain(line => line.Contains("The job MailArrivals failed", StringComparison.Ordinal));
        scene.App.Log.Lines.ShouldAllBe(line => !line.Contains("another", StringComparison.Ordinal));
    }

    private static string Letter(string name, string headers) =>
        $"{headers}From: {MailScene.MemberAddress}\nTo: {MailScene.Council}\nSubject: {name}\nMessage-ID: <{name}@elmbrook.example>\n\nWhen is it mended?\n";

    private static Task<MailScene> SceneAsync(GraphStandIn graph, DatabaseKind kind = DatabaseKind.Sqlite, string secret = "our-secret") =>
        MailScene.StartAsync(
            kind,
            new Dictionary<string, string?>
            {
                ["Comity:Mail:Host"] = null,
                ["Comity:Mail:In:Spool"] = null,
                ["Comity:Mail:In:Address"] = null,
                ["Comity:Mail:Graph:Tenant"] = "our-tenant",
                ["Comity:Mail:Graph:ClientId"] = "our-app",
                ["Comity:Mail:Graph:ClientSecret"] = secret,
                ["Comity:Mail:Graph:Mailbox"] = MailScene.Council,
                ["Comity:Mail:Graph:SignIn"] = graph.Address.AbsoluteUri,
                ["Comity:Mail:Graph:Root"] = graph.Address.AbsoluteUri,
            }
        );
}
