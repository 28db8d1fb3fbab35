using System.Net.Mail;
using System.Text;
using Comity.Service.Mail;
using Comity.Service.Notifications;
using Comity.Web.Infrastructure;
using Comity.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Mail;

public class NoticeLetterTests
{
    private static readonly MailSettings Settings = new("relay.example", 25, new MailAddress("council@elmbrook.example"), false, null, null)
    {
        In = new MailInSettings(new MailAddress("council@elmbrook.example"), "/nowhere", new TrustedServer("mx")),
    };

    [Fact]
    public async Task Letter_is_the_same_words_as_text_and_as_a_page_to_one_person()
    {
        var read = await ReadAsync(
            New() with
            {
                Body = "Ada <Marsh>,\n\nIt has been answered.\n\nRead it here:\nhttps://comity.example/enquiries/AB?x=1&y=2",
            }
        );

        read.To.ShouldBe([new Mailbox("", "ada@elmbrook.example")]);
        read.Cc.ShouldBeEmpty();
        read.Bcc.ShouldBeEmpty();
        read.From.ShouldBe([new Mailbox("Elmbrook & Councìl", "council@elmbrook.example")]);
        read.Text.ShouldBe("Ada <Marsh>,\n\nIt has been answered.\n\nRead it here:\nhttps://comity.example/enquiries/AB?x=1&y=2");
        read.IsAutomatic.ShouldBeTrue();
        var page = NoticeLetter.Html("Elmbrook & Councìl", New().Body);
        page.ShouldContain("<a href=\"https://comity.example/\">https://comity.example/</a>");
        page.ShouldContain("Ada &lt;Marsh&gt;,");
        page.ShouldContain("Elmbrook &amp; Counc&#236;l");
        page.ShouldNotContain("<img");
    }

    [Fact]
    public void Letter_of_a_matter_names_its_thread_and_where_to_answer()
    {
        var (matter, id) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        using var letter = NoticeLetter.Of(
            (New() with { Id = id, MatterId = matter, ReplyToken = "abcdefghijkmnpqrstuvwxyz23" }).Row,
            "ada@elmbrook.example",
            "Elmbrook",
            Settings
        );

        letter.Headers["Message-ID"].ShouldBe($"<{id:N}@elmbrook.example>");
        letter.Headers["References"].ShouldBe($"<matter.{matter:N}@elmbrook.example>");
        letter.Headers["In-Reply-To"].ShouldBe(letter.Headers["References"]);
        letter.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        letter.ReplyToList.ShouldHaveSingleItem().Address.ShouldBe("council+abcdefghijkmnpqrstuvwxyz23@elmbrook.example");
        letter.Bcc.ShouldBeEmpty();
    }

    [Fact]
    public void Letter_of_no_matter_names_no_thread()
    {
        using var letter = NoticeLetter.Of(New().Row, "ada@elmbrook.example", "Elmbrook", Settings);

        letter.Headers["References"].ShouldBeNull();
        letter.Headers["In-Reply-To"].ShouldBeNull();
        letter.ReplyToList.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Notice_offers_an_answer_by_email_and_only_where_the_matter_is_not_sealed(bool isSealed)
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync(isSealed);

        await using var db = scene.App.OpenDatabase();
        var rows = await db.Outbox.ToListAsync();
        rows.Count.ShouldBe(2);
        if (isSealed)
        {
            rows.ShouldAllBe(row => row.ReplyToken == null && row.MatterId == null && row.ToPersonId == null && row.ToAddress == "");
            rows.ShouldAllBe(row => !(row.Subject + row.Body).Contains(reference) && row.Body.Contains("Please do not reply"));
            (await db.ReplyAddresses.CountAsync()).ShouldBe(0);
        }
        else
        {
            rows.ShouldAllBe(row => row.ReplyToken != null && row.MatterId != null && row.Body.Contains(Notices.Line));
            rows.Select(row => row.ReplyToken).Distinct().Count().ShouldBe(2, "Each person has an own address.");
        }
    }

    [Fact]
    public async Task Notice_of_a_council_that_takes_no_email_says_to_sign_in()
    {
        await using var scene = await EnquiryScene.StartAsync();
        await using var db = scene.App.OpenDatabase();
        await db
            .People.Where(person => person.Id == scene.Member)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, "ada@elmbrook.example"));
        await scene.AskAsync();

        var row = await db.Outbox.SingleAsync();
        row.Body.ShouldContain("sign in and write there");
        row.ReplyToken.ShouldBeNull();
    }

    [Fact]
    public async Task Page_of_a_matters_emails_says_who_was_told_and_what_became_of_it()
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();
        await using (var db = scene.App.OpenDatabase())
        {
            var now = scene.App.Clock.Now;
            await db
                .Outbox.Where(row => row.ToPersonId == scene.Member)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.SentAt, now)
                        .SetProperty(row => row.ReturnedAt, now)
                        .SetProperty(row => row.ReturnedCode, "5.1.1")
                );
            await db
                .Outbox.Where(row => row.ToPersonId == scene.Officer)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.RefusedAt, now).SetProperty(row => row.LastFailure, "550 no such user")
                );
        }

        var page = await (await scene.App.SignedInAsync(scene.Officer)).GetAsync($"/enquiries/{reference}/mail");

        var rows = page.Document.QuerySelectorAll("main tbody tr").Select(row => row.TextContent).ToList();
        var member = rows.Single(row => row.Contains("Ada Marsh", StringComparison.Ordinal));
        member.ShouldContain("Your enquiry has been sent to Dora Penn.");
        member.ShouldContain("Returned by a mail server, code 5.1.1");
        rows.Single(row => !row.Contains("Ada Marsh", StringComparison.Ordinal)).ShouldContain("Refused. 550 no such user");
    }

    [Fact]
    public async Task Report_that_a_notice_did_not_arrive_is_kept_with_the_notice()
    {
        await using var scene = await MailScene.StartAsync();
        await scene.AskAsync();
        await using var db = scene.App.OpenDatabase();
        var notice = await db.Outbox.SingleAsync(row => row.ToPersonId == scene.Member);

        var mail = await scene.ReceiveAsync(
            Encoding.ASCII.GetBytes(
                "Return-Path: <>\nFrom: MAILER-DAEMON@elsewhere.example\nTo: council@elmbrook.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                    + "--b\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\nStatus: 5.1.1\n\n"
                    + $"--b\nContent-Type: message/rfc822\n\nMessage-ID: <{notice.Id:N}@elmbrook.example>\nSubject: x\n\nx\n--b--\n"
            )
        );

        mail.State.ShouldBe(MailState.Returned);
        await db.Entry(notice).ReloadAsync();
        (notice.ReturnedAt, notice.ReturnedCode).ShouldBe((scene.App.Clock.Now, "5.1.1"));
        (await db.RecordEntries.CountAsync(entry => entry.Kind == "notice-returned")).ShouldBe(1);
    }

    [Theory]
    [InlineData("REQUEST")]
    [InlineData("CANCEL")]
    public void Letter_about_a_meeting_brings_it_for_the_calendar_with_the_method_in_its_type(string method)
    {
        var row = New().Row;
        row.Calendar = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\nEND:VCALENDAR\r\n";
        using var letter = NoticeLetter.Of(row, "ada@elmbrook.example", "Elmbrook", Settings);

        var file = letter.Attachments.ShouldHaveSingleItem();
        (file.ContentType.MediaType, file.ContentType.Parameters!["method"]).ShouldBe(("text/calendar", method));
        var wire = Encoding.ASCII.GetString(MimeText.Of(letter));
        wire.ShouldContain($"method={method}");
        wire.ShouldContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(row.Calendar))[..60]);
        New().Row.Calendar.ShouldBeNull();
    }

    private static async Task<ReadMail> ReadAsync(Told told)
    {
        using var letter = NoticeLetter.Of(told.Row, "ada@elmbrook.example", "Elmbrook & Councìl", Settings);
        return await MailReader.ReadAsync(MimeText.Of(letter), CancellationToken.None);
    }

    private static Told New() => new(Guid.CreateVersion7(), "Ada <Marsh>,\n\nSee\nhttps://comity.example/", null, null);

    private sealed record Told(Guid Id, string Body, Guid? MatterId, string? ReplyToken)
    {
        public OutboxMail Row =>
            new()
            {
                Id = Id,
                ToAddress = "ada@elmbrook.example",
                Subject = "Answered",
                Body = Body,
                MatterId = MatterId,
                ReplyToken = ReplyToken,
            };
    }
}
