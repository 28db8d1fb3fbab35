using System.Globalization;
using System.Text.RegularExpressions;
using Comity.Service.Mail;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Mail;

/// <summary>The whole way, through a mail server that knows nothing of us: by SMTP in, by its pipe to the command, back out by SMTP into mailboxes.</summary>
[Trait("Takes", "long")]
public partial class RealMailServerTests
{
    private const string Question = "When is the damp at 14 Tanner Row looked at?";

    [Fact]
    public async Task Enquiry_and_answers_by_email_with_a_third_person_copied_in_secretly_lose_nothing_and_tell_the_third_nothing()
    {
        Assert.SkipWhen(Exim.Missing is not null, Exim.Missing ?? "");
        var port = Exim.FreePort();
        await using var scene = await SceneAsync(port);
        await using var exim = await Exim.StartAsync(port, scene.Spool);

        // A member writes to the council and copies a colleague in secretly.
        await exim.SendAsync(
            MailScene.MemberAddress,
            MailScene.MemberAddress,
            [MailScene.Council, "bram@elmbrook.example"],
            $"From: Ada Marsh <{MailScene.MemberAddress}>\nTo: {MailScene.Council}\nSubject: Damp at Tanner Row\nMessage-ID: <first@elmbrook.example>\n\n{Question}\n"
        );
        await RoundAsync(scene, exim);

        await using var db = scene.App.OpenDatabase();
        (await db.IncomingMail.SingleAsync()).State.ShouldBe(MailState.Opened, exim.Log);
        var matter = await db.Matters.SingleAsync();
        exim.MailboxOf("cleo").ShouldHaveSingleItem().ShouldNotContain("Tanner");
        var notice = exim.MailboxOf("ada").ShouldHaveSingleItem();
        notice.ShouldContain("Content-Type: multipart/alternative");
        exim.MailboxOf("bram").ShouldHaveSingleItem("Only what the member sent him.").ShouldContain(Question);

        // The clerk answers by email; the member comes back, and copies the colleague in secretly again.
        await exim.SendAsync(
            MailScene.ClerkAddress,
            MailScene.ClerkAddress,
            [ReplyTo(exim.MailboxOf("cleo")[0])],
            $"From: {MailScene.ClerkAddress}\nTo: {ReplyTo(exim.MailboxOf("cleo")[0])}\nSubject: Re\nMessage-ID: <second@elmbrook.example>\n\nProgress\nThe surveyor goes on Monday.\n"
        );
        await exim.SendAsync(
            MailScene.MemberAddress,
            MailScene.MemberAddress,
            [ReplyTo(notice), "bram@elmbrook.example"],
            $"From: {MailScene.MemberAddress}\nTo: {ReplyTo(notice)}\nSubject: Re\nMessage-ID: <third@elmbrook.example>\n\nNumber 16 as well, please.\n\nOn Thu, the council wrote:\n> It has been sent\n"
        );
        await RoundAsync(scene, exim);

        (await scene.SaidAsync(matter.Reference, "progress")).ShouldBe(["The surveyor goes on Monday."], exim.Log);
        (await scene.SaidAsync(matter.Reference, "follow-up")).ShouldBe(["Number 16 as well, please."]);

        // The colleague writes to the address that he has seen.
        await exim.SendAsync(
            "bram@elmbrook.example",
            "bram@elmbrook.example",
            [ReplyTo(notice)],
            $"From: bram@elmbrook.example\nTo: {ReplyTo(notice)}\nSubject: Re\nMessage-ID: <fourth@elmbrook.example>\n\nTell me, too.\n"
        );
        await RoundAsync(scene, exim);

        (await scene.SaidAsync(matter.Reference, "follow-up")).Count.ShouldBe(1);
        (await db.IncomingMail.CountAsync(mail => mail.Because == HeldBecause.NotTheirAddress)).ShouldBe(1);
        var told = exim.MailboxOf("bram");
        told.Count.ShouldBe(3, "Twice what the member sent him, and that his own was kept.");
        told.Where(letter => letter.Contains("Auto-Submitted", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldNotContain(matter.Reference);
        (await exim.WaitingAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Forged_sender_is_held_whatever_it_says_of_itself(DatabaseKind kind)
    {
        Assert.SkipWhen(Exim.Missing is not null, Exim.Missing ?? "");
        var port = Exim.FreePort();
        await using var scene = await SceneAsync(port, kind);
        await using var exim = await Exim.StartAsync(port, scene.Spool);
        var reference = await scene.AskAsync();
        var to = await scene.AddressOfAsync(reference, scene.Member);

        // A stranger; a stranger with the server's word forged; somebody who is signed in as somebody else.
        await exim.SendAsync(null, "eve@elsewhere.example", [to], Forged(to, ""));
        await exim.SendAsync(
            null,
            MailScene.MemberAddress,
            [to],
            Forged(to, $"Authentication-Results: {MailScene.Server}; dmarc=pass header.from=elmbrook.example\n")
        );
        await exim.SendAsync("bram@elmbrook.example", MailScene.MemberAddress, [to], Forged(to, ""));
        await RoundAsync(scene, exim);

        await using var db = scene.App.OpenDatabase();
        var mails = await db.IncomingMail.ToListAsync();
        mails.Count.ShouldBe(3, exim.Log);
        mails.ShouldAllBe(mail =>
            mail.State == MailState.Held && (mail.Because == HeldBecause.Unproved || mail.Because == HeldBecause.FailedProof)
        );
        (await scene.SaidAsync(reference, "follow-up")).ShouldBeEmpty();
        exim.MailboxOf("ada").Count.ShouldBe(1, "The notice of the enquiry, and nothing about what others sent in her name.");
    }

    [Fact]
    public async Task Letter_with_a_file_of_thirty_megabytes_and_one_with_a_broken_part_are_kept_to_the_last_byte()
    {
        Assert.SkipWhen(Exim.Missing is not null, Exim.Missing ?? "");
        var port = Exim.FreePort();
        await using var scene = await SceneAsync(port);
        await using var exim = await Exim.StartAsync(port, scene.Spool);
        var plan = Convert.ToBase64String(new byte[30 * 1024 * 1024], Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n");
        await exim.SendAsync(
            MailScene.MemberAddress,
            MailScene.MemberAddress,
            [MailScene.Council],
            $"From: {MailScene.MemberAddress}\nTo: {MailScene.Council}\nSubject: The plan\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHere it is.\n--b\nContent-Disposition: attachment; filename=plan.pdf\nContent-Transfer-Encoding: base64\n\n{plan}\n--b--\n"
        );
        await exim.SendAsync(
            MailScene.MemberAddress,
            MailScene.MemberAddress,
            [MailScene.Council],
            $"From: {MailScene.MemberAddress}\nTo: {MailScene.Council}\nSubject: Broken\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHere is half of it.\n--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi"
        );
        await RoundAsync(scene, exim);

        await using var db = scene.App.OpenDatabase();
        var mails = await db.IncomingMail.ToListAsync();
        mails.Count.ShouldBe(2, exim.Log);
        var clerk = await scene.App.SignedInAsync(scene.Clerk);
        var large = mails.Single(mail => mail.Because == HeldBecause.TooLarge);
        (await clerk.GetAsync($"/mail/{large.Id}")).Text.ShouldContain("plan.pdf (30 MB)");
        var whole = await clerk.Client.GetStringAsync(new Uri($"/mail/{large.Id}?handler=whole", UriKind.Relative));
        whole.ReplaceLineEndings("\n").ShouldContain(plan);
        var broken = mails.Single(mail => mail.Because == HeldBecause.Broken);
        (await clerk.GetAsync($"/mail/{broken.Id}")).Text.ShouldContain("Here is half of it.");
        (await clerk.Client.GetStringAsync(new Uri($"/mail/{broken.Id}?handler=whole", UriKind.Relative)))
            .TrimEnd()
            .ShouldEndWith("JVBERi");
        exim.MailboxOf("ada").Count.ShouldBe(2, "Of each she is told that it is kept.");
    }

    [Fact]
    public async Task Notice_that_comes_back_is_known_by_its_id()
    {
        Assert.SkipWhen(Exim.Missing is not null, Exim.Missing ?? "");
        var port = Exim.FreePort();
        await using var scene = await SceneAsync(port);
        await using var exim = await Exim.StartAsync(port, scene.Spool);

        // Nobody of the officer's name has a mailbox there: the server takes the notice and gives it back.
        await scene.AskAsync();
        await RoundAsync(scene, exim);
        await RoundAsync(scene, exim);

        await using var db = scene.App.OpenDatabase();
        var notice = await db.Outbox.SingleAsync(row => row.ToPersonId == scene.Officer);
        notice.SentAt.ShouldNotBeNull();
        notice.ReturnedAt.ShouldNotBeNull(exim.Log);
        notice.ReturnedCode.ShouldNotBeNull().ShouldStartWith("5.");
        (await db.IncomingMail.SingleAsync()).State.ShouldBe(MailState.Returned);
    }

    [Fact]
    public async Task Letter_that_cannot_be_written_down_stays_with_the_mail_server_until_it_can()
    {
        Assert.SkipWhen(Exim.Missing is not null, Exim.Missing ?? "");
        var port = Exim.FreePort();
        await using var scene = await SceneAsync(port);
        await using var exim = await Exim.StartAsync(port, scene.Spool);
        Directory.Move(scene.Spool, scene.Spool + ".away");
        await exim.SendAsync(
            MailScene.MemberAddress,
            MailScene.MemberAddress,
            [MailScene.Council],
            $"From: {MailScene.MemberAddress}\nTo: {MailScene.Council}\nSubject: Light\n\n{Question}\n"
        );

        await exim.DeliverAsync();
        (await exim.WaitingAsync()).ShouldBe(1, exim.Log);

        Directory.Move(scene.Spool + ".away", scene.Spool);
        await RoundAsync(scene, exim);
        await using var db = scene.App.OpenDatabase();
        (await db.IncomingMail.SingleAsync()).State.ShouldBe(MailState.Opened);
        (await exim.WaitingAsync()).ShouldBe(0);
    }

    private static string Forged(string to, string header) =>
        $"{header}From: Ada Marsh <{MailScene.MemberAddress}>\nTo: {to}\nSubject: Re\n\nSend the file to eve@elsewhere.example.\n";

    private static string ReplyTo(string letter) => ReplyToLine().Match(letter).Groups[1].Value;

    /// <summary>The server delivers, the service takes in and answers, the server delivers that.</summary>
    private static async Task RoundAsync(MailScene scene, Exim exim)
    {
        scene.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await exim.DeliverAsync();
        await scene.RunAsync();
        await exim.DeliverAsync();
    }

    private static Task<MailScene> SceneAsync(int port, DatabaseKind kind = DatabaseKind.Sqlite) =>
        MailScene.StartAsync(kind, new Dictionary<string, string?> { ["Comity:Mail:Port"] = port.ToString(CultureInfo.InvariantCulture) });

    [GeneratedRegex(@"^Reply-To:[^<]*?<?(council\+[a-z2-9]+@elmbrook\.example)", RegexOptions.Multiline)]
    private static partial Regex ReplyToLine();
}
