using System.Net;
using Comity.Service.Arrangements;
using Comity.Service.Mail;
using Comity.Service.People;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Mail;

/// <summary>What becomes of an email that joined no matter: who sees why, who has opened it, and how long it is kept.</summary>
public class KeptMailTests
{
    private const string Secret = "Nobody is to know about the orchard.";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Letter_turned_away_says_why_and_by_whom_to_whoever_could_decide_and_to_nobody_else(DatabaseKind kind)
    {
        await using var scene = await MailScene.StartAsync(kind);
        var mail = await TurnedAwayAsync(scene);

        foreach (var keeper in new[] { scene.Clerk, scene.MonitoringOfficer })
        {
            var visitor = await scene.App.SignedInAsync(keeper);
            (await visitor.GetAsync("/mail")).Text.ShouldContain("It is for the orchard trust.");
            var page = await visitor.GetAsync($"/mail/{mail.Id}");
            page.Text.ShouldContain("Turned away by Cleo Reed on Thursday 2 April 2026: It is for the orchard trust.");
            page.Text.ShouldContain("The council has not settled how long");
            page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        }

        foreach (var other in new[] { scene.Member, scene.Officer })
        {
            var visitor = await scene.App.SignedInAsync(other);
            (await visitor.GetAsync($"/mail/{mail.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            var list = (await visitor.GetAsync("/mail")).Text;
            list.ShouldNotContain("orchard");
            list.ShouldNotContain("How long they are kept");
        }
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Letter_that_is_opened_or_saved_is_in_the_log_of_reads_with_who_did(DatabaseKind kind)
    {
        await using var scene = await MailScene.StartAsync(kind);
        var mail = await scene.ReceiveAsync("eve@elsewhere.example", MailScene.Council, Secret);
        var clerk = await scene.App.SignedInAsync(scene.Clerk);
        await clerk.GetAsync("/mail");
        (await ReadsAsync(scene, mail.Id)).ShouldBe(0, "The list opens no letter.");

        var officer = await scene.App.SignedInAsync(scene.MonitoringOfficer);
        await officer.GetAsync($"/mail/{mail.Id}");
        await officer.GetAsync($"/mail/{mail.Id}?handler=whole");
        (await ReadsAsync(scene, mail.Id)).ShouldBe(2);

        var page = await clerk.GetAsync($"/mail/{mail.Id}");
        page.Document.QuerySelectorAll("main details li")
            .Select(line => line.TextContent)
            .Count(line => line.Contains("Mona Orr"))
            .ShouldBe(2);
        await using var db = scene.App.OpenDatabase();
        (await db.ReadEntries.Select(read => read.ViewerToken).ToListAsync()).ShouldAllBe(token =>
            !token.Contains($"{scene.MonitoringOfficer:N}")
        );
        var member = await scene.App.SignedInAsync(scene.Member);
        await member.GetAsync($"/mail/{mail.Id}");
        (await ReadsAsync(scene, mail.Id)).ShouldBe(3, "Whoever is shown nothing has read nothing.");
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Letter_turned_away_is_erased_when_the_settled_time_has_passed_and_the_record_keeps_that_it_was(DatabaseKind kind)
    {
        await using var scene = await MailScene.StartAsync(kind);
        var mail = await TurnedAwayAsync(scene);
        var waiting = await scene.ReceiveAsync("zoe@elsewhere.example", MailScene.Council, "Still waiting.");
        scene.App.Clock.Advance(TimeSpan.FromDays(800));
        await scene.RunAsync();
        (await StateAsync(scene, mail.Id)).ShouldBe(MailState.TurnedAway, "Nothing is settled, so it is kept.");

        await ArrangeAsync(scene, "27");
        // Turned away on 2 April 2026: its last day is 2 July 2028.
        scene.App.Clock.Advance(new DateTime(2028, 7, 2, 12, 0, 0, DateTimeKind.Utc) - scene.App.Clock.Now);
        await scene.RunAsync();
        var clerk = await scene.App.SignedInAsync(scene.Clerk);
        (await clerk.GetAsync($"/mail/{mail.Id}")).Text.ShouldContain("It is kept until Sunday 2 July 2028.");
        (await clerk.GetAsync("/mail")).Text.ShouldContain("is kept for 27 months");
        scene.App.Clock.Advance(TimeSpan.FromDays(1));
        await scene.RunAsync();

        (await StateAsync(scene, mail.Id)).ShouldBe(MailState.Disposed);
        (await StateAsync(scene, waiting.Id)).ShouldBe(MailState.Held, "Nobody has decided about it yet.");
        (await (await scene.App.SignedInAsync(scene.Clerk)).GetAsync($"/mail/{mail.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await using var db = scene.App.OpenDatabase();
        var contents = await db.Contents.Where(content => content.MatterId == mail.Id).ToListAsync();
        contents.Count.ShouldBe(3);
        contents.ShouldAllBe(content => content.Bytes == null && content.ErasedAt != null);
        (await db.MatterKeys.AnyAsync(key => key.MatterId == mail.Id)).ShouldBeFalse();
        (await db.MatterKeys.AnyAsync(key => key.MatterId == waiting.Id)).ShouldBeTrue();
        (await db.MailWalls.AnyAsync(wall => wall.MailId == mail.Id)).ShouldBeFalse();
        var entry = await db.RecordEntries.SingleAsync(row => row.Kind == "mail-disposed");
        var line = (await db.Contents.SingleAsync(content => content.Id == entry.ContentId)).Text!;
        line.ShouldContain($"{mail.Id:D}");
        line.ShouldContain("Council minute 9");
        line.ShouldNotContain("orchard");
    }

    [Fact]
    public async Task Letter_that_joined_a_matter_stays_with_it_however_old()
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();
        var mail = await scene.ReceiveAsync(
            MailScene.MemberAddress,
            await scene.AddressOfAsync(reference, scene.Member),
            "And number 12 too?"
        );
        await ArrangeAsync(scene, "1");
        scene.App.Clock.Advance(TimeSpan.FromDays(400));

        await scene.RunAsync();

        (await StateAsync(scene, mail.Id)).ShouldBe(MailState.Joined);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("241")]
    [InlineData("six")]
    public void Time_that_is_no_number_of_months_is_not_taken(string value)
    {
        var rule = ArrangementRules.Find(ArrangementKeys.MailKept)!;

        rule.Check(value).ShouldBe("Enter a number of months from 1 to 240");
        rule.Check("6").ShouldBeNull();
    }

    [Fact]
    public async Task Time_is_settled_on_a_page_of_its_own_in_months()
    {
        await using var scene = await MailScene.StartAsync();
        var clerk = await scene.App.SignedInAsync(scene.Clerk);
        var page = await clerk.GetAsync("/arrangements/settle/mail-kept");
        page.Text.ShouldContain("Until it is settled every one is kept.");
        page.Document.QuerySelector(".govuk-input__suffix")!.TextContent.ShouldBe("months");

        (
            await clerk.SubmitAsync(
                page,
                "main form",
                ("Value", "0"),
                ("Minute", "C/4"),
                ("From.Day", "2"),
                ("From.Month", "4"),
                ("From.Year", "2026")
            )
        ).ShouldHaveErrors("Enter a number of months from 1 to 240");
        await clerk.SubmitAsync(
            page,
            "main form",
            ("Value", "6"),
            ("Minute", "C/4"),
            ("From.Day", "2"),
            ("From.Month", "4"),
            ("From.Year", "2026")
        );

        (await clerk.GetAsync("/arrangements")).Text.ShouldContain("6 months");
        (await clerk.GetAsync("/mail")).Text.ShouldContain(
            "is kept for 6 months after that was decided, by the council’s own arrangement (C/4)"
        );
    }

    private static async Task<IncomingMail> TurnedAwayAsync(MailScene scene)
    {
        var mail = await scene.ReceiveAsync("eve@elsewhere.example", MailScene.Council, Secret);
        var clerk = await scene.App.SignedInAsync(scene.Clerk);
        var done = await clerk.SubmitAsync(
            await clerk.GetAsync($"/mail/{mail.Id}"),
            "main form",
            ("What", "turn-away"),
            ("Reason", "It is for the orchard trust.")
        );
        done.Location.ShouldBe("/mail");
        return mail;
    }

    private static async Task<int> ReadsAsync(MailScene scene, Guid mail)
    {
        await using var db = scene.App.OpenDatabase();
        return await db.ReadEntries.CountAsync(read => read.MatterId == mail && read.Part == KeepMail.Part);
    }

    private static async Task<MailState> StateAsync(MailScene scene, Guid mail)
    {
        await using var db = scene.App.OpenDatabase();
        return await db.IncomingMail.Where(row => row.Id == mail).Select(row => row.State).SingleAsync();
    }

    private static async Task ArrangeAsync(MailScene scene, string months)
    {
        await using var db = scene.App.OpenDatabase();
        db.Add(
            new Arrangement
            {
                Id = Guid.CreateVersion7(),
                Key = ArrangementKeys.MailKept,
                Value = months,
                AuthorPersonId = scene.MonitoringOfficer,
                Minute = "Council minute 9",
                From = LondonTime.DateOf(scene.App.Clock.Now),
                RecordedAt = scene.App.Clock.Now,
            }
        );
        await db.SaveChangesAsync();
    }
}
