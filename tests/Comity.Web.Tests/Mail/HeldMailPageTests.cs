using System.Net;
using Comity.Service.Mail;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Mail;

public class HeldMailPageTests
{
    [Fact]
    public async Task Letter_is_shown_as_words_to_a_keeper_and_to_nobody_else()
    {
        await using var scene = await MailScene.StartAsync();
        var mail = await scene.ReceiveAsync("eve@elsewhere.example", MailScene.Council, "<script>alert(1)</script>", "<b>Hello</b>");

        var clerk = await scene.App.SignedInAsync(scene.Clerk);
        (await clerk.GetAsync("/mail")).Text.ShouldContain("Its address is nobody’s whom the council knows.");
        var page = await clerk.GetAsync($"/mail/{mail.Id}");
        page.Heading.ShouldBe("<b>Hello</b>");
        page.Text.ShouldContain("<script>alert(1)</script>");
        page.Document.QuerySelectorAll("main script, main img").ShouldBeEmpty();

        foreach (var person in new[] { scene.Member, scene.Officer })
        {
            var visitor = await scene.App.SignedInAsync(person);
            (await visitor.GetAsync($"/mail/{mail.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await visitor.GetAsync("/mail")).Text.ShouldNotContain("Hello");
        }
    }

    [Fact]
    public async Task Letter_that_names_a_sealed_matter_shows_the_keepers_nothing_and_its_owner_all()
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync(isSealed: true);
        var mail = await scene.ReceiveAsync(
            "eve@elsewhere.example",
            MailScene.Council,
            $"It is about {reference.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)}, you know."
        );

        foreach (var keeper in new[] { scene.Clerk, scene.MonitoringOfficer, scene.Member })
        {
            var visitor = await scene.App.SignedInAsync(keeper);
            (await visitor.GetAsync("/mail")).Text.ShouldContain("No email waits");
            (await visitor.GetAsync($"/mail/{mail.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var officer = await scene.App.SignedInAsync(scene.Officer);
        (await officer.GetAsync("/mail")).Text.ShouldContain("eve@elsewhere.example");
        var done = await officer.SubmitAsync(
            await officer.GetAsync($"/mail/{mail.Id}"),
            "main form",
            ("What", "join"),
            ("Reference", reference)
        );
        done.Location.ShouldBe($"/enquiries/{reference}");
        (await officer.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("Email from eve@elsewhere.example");
        await using var db = scene.App.OpenDatabase();
        (await db.Contents.Select(item => item.Text).ToListAsync()).ShouldAllBe(text => text == null || !text.Contains("you know"));
        (await db.Outbox.Select(row => row.Subject + row.Body).ToListAsync()).ShouldAllBe(text => !text.Contains(reference));
    }

    [Fact]
    public async Task Letter_that_names_the_clerk_is_for_the_monitoring_officer()
    {
        await using var scene = await MailScene.StartAsync();
        var mail = await scene.ReceiveAsync(
            "eve@elsewhere.example",
            MailScene.Council,
            "Dear Mona Orr,\nI complain about Cleo Reed.",
            "A complaint"
        );

        (await (await scene.App.SignedInAsync(scene.Clerk)).GetAsync($"/mail/{mail.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await scene.App.SignedInAsync(scene.MonitoringOfficer)).GetAsync($"/mail/{mail.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        await using var db = scene.App.OpenDatabase();
        (await db.Outbox.SingleAsync()).ToPersonId.ShouldBe(scene.MonitoringOfficer);
    }

    [Fact]
    public async Task Letter_left_to_others_is_gone_for_whoever_left_it()
    {
        await using var scene = await MailScene.StartAsync();
        var mail = await scene.ReceiveAsync("eve@elsewhere.example", MailScene.Council, "You know who.");
        var clerk = await scene.App.SignedInAsync(scene.Clerk);

        (await clerk.SubmitAsync(await clerk.GetAsync($"/mail/{mail.Id}"), "main form", ("What", "to-others"))).Location.ShouldBe("/mail");

        (await clerk.GetAsync($"/mail/{mail.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await scene.App.SignedInAsync(scene.MonitoringOfficer)).GetAsync($"/mail/{mail.Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Letter_opened_for_a_member_is_an_enquiry_that_was_logged_for_them()
    {
        await using var scene = await MailScene.StartAsync();
        var mail = await scene.ReceiveAsync(MailScene.MemberAddress, MailScene.Council, "When?", "Street light", proof: null);
        var clerk = await scene.App.SignedInAsync(scene.Clerk);
        var page = await clerk.GetAsync($"/mail/{mail.Id}");

        (await clerk.SubmitAsync(page, "main form", ("What", "open"))).ShouldHaveErrors("Choose the member whose email it is");
        var done = await clerk.SubmitAsync(
            page,
            "main form",
            ("What", "open"),
            ("Member", scene.Member.ToString("D")),
            ("Service", scene.Housing.ToString("D"))
        );

        done.Location.ShouldBe("/mail");
        await using var db = scene.App.OpenDatabase();
        var matter = await db.Matters.SingleAsync();
        matter.Subject.ShouldBe("Street light");
        var member = await scene.App.SignedInAsync(scene.Member);
        var enquiry = await member.GetAsync($"/enquiries/{matter.Reference}");
        enquiry.Text.ShouldContain("logged by Cleo Reed");
        enquiry.Text.ShouldContain("Nothing proves that it is from the address that it names.");
    }

    [Fact]
    public async Task Letter_turned_away_needs_a_reason_and_is_kept()
    {
        await using var scene = await MailScene.StartAsync();
        var mail = await scene.ReceiveAsync("eve@elsewhere.example", MailScene.Council, "Buy now.");
        var clerk = await scene.App.SignedInAsync(scene.Clerk);
        var page = await clerk.GetAsync($"/mail/{mail.Id}");

        (await clerk.SubmitAsync(page, "main form", ("What", "turn-away"))).ShouldHaveErrors("Enter why it is turned away");
        (await clerk.SubmitAsync(page, "main form")).ShouldHaveErrors("Choose what becomes of it");
        (await clerk.SubmitAsync(page, "main form", ("What", "join"), ("Reference", "nonsense"))).ShouldHaveErrors(
            "Enter the reference of a matter that you can see"
        );
        (await clerk.SubmitAsync(page, "main form", ("What", "turn-away"), ("Reason", "An advertisement"))).Location.ShouldBe("/mail");

        await using var db = scene.App.OpenDatabase();
        (await db.IncomingMail.SingleAsync()).State.ShouldBe(MailState.TurnedAway);
        (await db.Contents.CountAsync(item => item.MatterId == mail.Id)).ShouldBe(3, "The email, what was read in it, and the reason.");
        (await db.RecordEntries.CountAsync(entry => entry.Kind == "mail-turned-away")).ShouldBe(1);
    }

    [Fact]
    public async Task Letter_joined_to_a_walled_matter_gets_the_answer_that_one_gets_which_is_not_there()
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();
        var mail = await scene.ReceiveAsync("eve@elsewhere.example", MailScene.Council, "Hello.");
        var clerk = await scene.App.SignedInAsync(scene.Clerk);
        var page = await clerk.GetAsync($"/mail/{mail.Id}");

        (await clerk.SubmitAsync(page, "main form", ("What", "join"), ("Reference", reference))).ShouldHaveErrors(
            "Enter the reference of a matter that you can see"
        );
    }

    [Fact]
    public async Task Letter_decided_by_somebody_faster_says_that_it_has_changed()
    {
        await using var scene = await MailScene.StartAsync();
        var mail = await scene.ReceiveAsync("eve@elsewhere.example", MailScene.Council, "Hello.");
        var clerk = await scene.App.SignedInAsync(scene.Clerk);
        var page = await clerk.GetAsync($"/mail/{mail.Id}");

        (await clerk.SubmitAsync(page, "main form", ("What", "turn-away"), ("Reason", "Spam"), ("Version", "1"))).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        await clerk.SubmitAsync(page, "main form", ("What", "turn-away"), ("Reason", "Spam"));
        (await clerk.SubmitAsync(page, "main form", ("What", "turn-away"), ("Reason", "Spam"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
