using System.Text;
using Comity.Service.Mail;

namespace Comity.Service.Tests.Mail;

/// <summary>Letters as they really come, and as somebody who means harm would write them.</summary>
public class MailReaderTests
{
    private const string Head =
        "From: Ada Marsh <ada@elmbrook.example>\nTo: comity@elmbrook.example\nSubject: Street light\nMessage-ID: <1@elmbrook.example>\n";

    [Fact]
    public async Task Read_a_plain_letter_gives_its_words_and_people()
    {
        var read = await ReadAsync(Head + "Cc: \"Holt, Bram\" <bram@elmbrook.example>\nBcc: eve@elsewhere.example\n\nWhen is it mended?\n");

        read.Unreadable.ShouldBeNull();
        read.From.ShouldBe([new Mailbox("Ada Marsh", "ada@elmbrook.example")]);
        read.To.ShouldBe([new Mailbox("", "comity@elmbrook.example")]);
        read.Cc.ShouldBe([new Mailbox("Holt, Bram", "bram@elmbrook.example")]);
        read.Bcc.ShouldBe([new Mailbox("", "eve@elsewhere.example")]);
        read.Subject.ShouldBe("Street light");
        read.MessageId.ShouldBe("<1@elmbrook.example>");
        read.Text.ShouldBe("When is it mended?");
        read.Problems.ShouldBeEmpty();
        read.IsAutomatic.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nCaf=E9", "Café")]
    [InlineData(
        "Content-Type: text/plain; charset=\"windows-1252\"\nContent-Transfer-Encoding: quoted-printable\n\n=93Hello=94",
        "“Hello”"
    )]
    [InlineData(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nQ3lkd2VpdGhyZWRpYWQgw7RsIMW14bq94bqB\n",
        "Cydweithrediad ôl ŵẽẁ"
    )]
    [InlineData("Content-Type: text/plain; charset=x-no-such-thing\nContent-Transfer-Encoding: quoted-printable\n\nCaf=C3=A9", "Café")]
    [InlineData("Content-Type: text/plain; charset=idna\n\nplain", "plain")]
    [InlineData("Content-Type: text/plain; charset=\"utf-8\nX: y\n\nplain", "plain")]
    [InlineData("Content-Type: nonsense\n\nplain", "plain")]
    public async Task Read_whatever_characters_it_is_in(string rest, string text) => (await ReadAsync(Head + rest)).Text.ShouldBe(text);

    [Fact]
    public async Task Read_a_subject_in_encoded_words_gives_no_second_line()
    {
        var read = await ReadAsync("From: a@b.example\nSubject: =?utf-8?q?Light=0D=0ABcc:_eve=40elsewhere.example?=\n\nx");

        read.Subject.ShouldBe("Light Bcc: eve@elsewhere.example");
        read.Bcc.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_a_sender_hidden_in_an_encoded_word_gives_the_address_alone()
    {
        var read = await ReadAsync("From: =?utf-8?q?ada=40elmbrook.example?= <eve@elsewhere.example>\n\nx");

        read.From.ShouldBe([new Mailbox("ada@elmbrook.example", "eve@elsewhere.example")]);
    }

    [Fact]
    public async Task Read_two_lines_of_senders_says_that_there_are_two() =>
        (await ReadAsync("From: a@b.example\nFrom: c@d.example\n\nx")).FromLines.ShouldBe(2);

    [Fact]
    public async Task Read_a_page_gives_its_words_where_links_lead_and_runs_nothing()
    {
        var read = await ReadAsync(
            Head
                + "Content-Type: text/html; charset=utf-8\n\n<html><head><title>t</title><style>p{}</style></head><body><p>Dear &amp; all</p><script>alert(1)</script><p>See <a href=\"https://elsewhere.example/x\">our council</a></p><img src=\"https://elsewhere.example/p.gif\"></body></html>"
        );

        read.IsFromPage.ShouldBeTrue();
        read.Text.ShouldBe("Dear & all\n\nSee our council <https://elsewhere.example/x>");
    }

    [Fact]
    public async Task Read_both_forms_takes_the_plain_one()
    {
        var read = await ReadAsync(
            Head
                + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>page</p>\n--b--\n"
        );

        read.Text.ShouldBe("plain");
        read.IsFromPage.ShouldBeFalse();
        read.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\nno such line\n", "the line that parts it is missing")]
    [InlineData("Content-Type: multipart/mixed\n\n--b\n\nx\n", "it says that it has parts and not what parts them")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhalf of it", "its end is missing")]
    [InlineData("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nQUJDRA=\n", null)]
    [InlineData("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nQUJDR\n", "a part of it cannot be decoded")]
    public async Task Read_what_is_damaged_says_what_may_be_missing(string rest, string? problem)
    {
        var read = await ReadAsync(Head + rest);

        if (problem is null)
        {
            read.Problems.ShouldBeEmpty();
        }
        else
        {
            read.Problems.ShouldContain(problem);
        }
    }

    [Fact]
    public async Task Read_files_gives_their_bytes_and_names_as_they_are_written()
    {
        var read = await ReadAsync(
            Head
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n"
                + "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"../../etc/plan.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n"
                + "--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename*=utf-8''gpj.exe%E2%80%AE.pdf\n\nMZ\n"
                + "--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Disposition: attachment; filename=winmail.dat\n\nx\n"
                + "--b\nContent-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline; filename=logo.png\n\nx\n"
                + "--b\nContent-Type: message/rfc822\n\nSubject: Inside\n\nwords of another\n"
                + "--b--\n"
        );

        read.Text.ShouldBe("see below");
        read.Files.Select(file => (file.Name, file.InText))
            .ShouldBe([
                ("../../etc/plan.pdf", false),
                ("gpj.exe\u202E.pdf", false),
                ("winmail.dat", false),
                ("logo.png", true),
                ("Inside.eml", false),
            ]);
        Encoding.ASCII.GetString(read.Files[0].Bytes!).ShouldBe("%PDF-");
        var (taken, left) = MailContents.Sorted(read);
        taken.Select(file => file.Name).ShouldBe(["plan.pdf"]);
        left.Select(file => file.Name).ShouldBe(["gpj.exe\u202E.pdf", "winmail.dat", "Inside.eml"]);
    }

    [Fact]
    public async Task Read_a_file_larger_than_is_taken_says_how_large_and_leaves_it()
    {
        var read = await ReadAsync(
            Head
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n--b\nContent-Disposition: attachment; filename=plan.pdf\nContent-Transfer-Encoding: base64\n\n"
                + Convert.ToBase64String(new byte[30 * 1024 * 1024], Base64FormattingOptions.InsertLineBreaks)
                + "\n--b--\n"
        );

        var file = read.Files.ShouldHaveSingleItem();
        file.Size.ShouldBe(30 * 1024 * 1024);
        file.Bytes.ShouldBeNull();
        read.Text.ShouldBe("see below");
    }

    [Fact]
    public async Task Read_nul_and_control_characters_leaves_them_out()
    {
        var read = await ReadAsync(Head + "\nbefore\0after\u001b[31mred\tkept");

        read.Text.ShouldBe("beforeafter[31mred\tkept");
    }

    [Fact]
    public async Task Read_headers_without_end_says_that_it_cannot_be_read() =>
        (
            await ReadAsync("From: a@b.example\n" + string.Concat(Enumerable.Repeat("X-Long: " + new string('x', 900) + "\n", 400)) + "\nx")
        ).Unreadable.ShouldNotBeNull();

    [Fact]
    public async Task Read_parts_within_parts_without_end_says_that_it_cannot_be_read()
    {
        var letter = new StringBuilder("From: a@b.example\n");
        for (var i = 0; i < 3000; i++)
        {
            letter.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        }

        (await ReadAsync(letter.ToString())).Unreadable.ShouldNotBeNull();
    }

    [Fact]
    public async Task Read_a_thousand_parts_says_that_it_cannot_be_read() =>
        (
            await ReadAsync(
                Head + "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 1000)) + "--b--\n"
            )
        ).Unreadable.ShouldNotBeNull();

    [Fact]
    public async Task Read_nothing_gives_nothing() => (await ReadAsync("")).From.ShouldBeEmpty();

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Precedence: bulk")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("List-Id: <members.elsewhere.example>")]
    [InlineData("Return-Path: <>")]
    public async Task Read_a_machines_letter_says_so(string header) =>
        (await ReadAsync(Head + header + "\n\nI am away.")).IsAutomatic.ShouldBeTrue();

    [Fact]
    public async Task Read_a_persons_letter_that_says_it_is_one_is_not_a_machines() =>
        (await ReadAsync(Head + "Auto-Submitted: no\n\nHere I am.")).IsAutomatic.ShouldBeFalse();

    [Theory]
    [InlineData("message/rfc822", "Message-ID: <0123@elmbrook.example>\nSubject: x\n\nbody\n")]
    [InlineData("text/rfc822-headers", "Subject: x\nMessage-ID: <0123@elmbrook.example>\n")]
    public async Task Read_a_report_of_what_did_not_arrive_gives_its_code_and_the_original(string kind, string original)
    {
        var read = await ReadAsync(
            "From: MAILER-DAEMON@elsewhere.example\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\n\nSorry.\n"
                + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; elsewhere.example\n\nAction: failed\nFinal-Recipient: rfc822;ada@elsewhere.example\nStatus: 5.1.1\n\n"
                + $"--b\nContent-Type: {kind}\n\n{original}\n--b--\n"
        );

        read.Returned.ShouldBe(new ReturnedMail("failed", "5.1.1", "<0123@elmbrook.example>"));
    }

    private static Task<ReadMail> ReadAsync(string letter) => MailReader.ReadAsync(Encoding.UTF8.GetBytes(letter), CancellationToken.None);
}
