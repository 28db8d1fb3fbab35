using System.Text;
using Comity.Service.Content;
using Comity.Service.Mail;
using Comity.Service.Matters;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Mail;

public class IncomingMailTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Receive_a_members_answer_to_a_notice_joins_the_matter_as_the_members_own(DatabaseKind kind)
    {
        await using var scene = await MailScene.StartAsync(kind);
        var reference = await scene.AskAsync();

        var mail = await scene.ReceiveAsync(
            $"Ada Marsh <{MailScene.MemberAddress}>",
            await scene.AddressOfAsync(reference, scene.Member),
            "And number 12 too?\n\nOn Thu, Elmbrook Council wrote:\n> -- Write your answer above this line --\n> Ada Marsh,\n"
        );

        mail.State.ShouldBe(MailState.Joined);
        (await scene.SaidAsync(reference, "follow-up")).ShouldBe(["And number 12 too?"]);
        await using var db = scene.App.OpenDatabase();
        var matter = await db.Matters.SingleAsync(row => row.Reference == reference);
        mail.MatterId.ShouldBe(matter.Id);
        var message = await db.Messages.SingleAsync(row => row.MatterId == matter.Id && row.Kind == "follow-up");
        message.AuthorToken.ShouldBe($"p:{scene.Member:N}");
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Receive_a_members_letter_to_the_council_opens_an_enquiry_for_the_clerk(DatabaseKind kind)
    {
        await using var scene = await MailScene.StartAsync(kind);

        var mail = await scene.ReceiveAsync(
            MailScene.MemberAddress,
            MailScene.Council,
            "When is the light in Mill Lane mended?",
            "Street light out"
        );

        mail.State.ShouldBe(MailState.Opened);
        await using var db = scene.App.OpenDatabase();
        var matter = await db.Matters.Include(row => row.Parties).SingleAsync();
        matter.Id.ShouldBe(mail.MatterId!.Value);
        matter.Subject.ShouldBe("Street light out");
        matter.Parties.Single(party => party.Place == MatterParties.RaisedBy).PersonId.ShouldBe(scene.Member);
        matter.Parties.Single(party => party.Place == MatterParties.Owner).PersonId.ShouldBe(scene.Clerk);
        (await db.Duties.CountAsync(duty => duty.MatterId == matter.Id)).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("Full reply\nThe survey is on Monday.", "reply", "The survey is on Monday.", MatterState.Answered)]
    [InlineData("Progress:\nWe have asked the surveyor.", "progress", "We have asked the surveyor.", MatterState.Open)]
    public async Task Receive_an_officers_answer_that_says_what_it_is_counts_as_that(
        string text,
        string kind,
        string words,
        MatterState state
    )
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();

        await scene.ReceiveAsync(MailScene.OfficerAddress, await scene.AddressOfAsync(reference, scene.Officer), text);

        (await scene.SaidAsync(reference, kind)).ShouldBe([words]);
        await using var db = scene.App.OpenDatabase();
        (await db.Matters.SingleAsync(row => row.Reference == reference)).State.ShouldBe(state);
    }

    [Fact]
    public async Task Receive_an_officers_answer_that_does_not_say_what_it_is_asks_the_officer_and_shows_nobody()
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();

        var mail = await scene.ReceiveAsync(
            MailScene.OfficerAddress,
            await scene.AddressOfAsync(reference, scene.Officer),
            "I will look into it."
        );

        (mail.State, mail.Because, mail.ForPersonId).ShouldBe((MailState.Held, HeldBecause.WhatIsIt, scene.Officer));
        (await (await scene.App.SignedInAsync(scene.Member)).GetAsync($"/enquiries/{reference}")).Text.ShouldNotContain("look into it");
        (await (await scene.App.SignedInAsync(scene.Clerk)).GetAsync($"/mail/{mail.Id}")).Status.ShouldBe(
            System.Net.HttpStatusCode.NotFound
        );
        var officer = await scene.App.SignedInAsync(scene.Officer);
        var done = await officer.SubmitAsync(await officer.GetAsync($"/mail/{mail.Id}"), "main form", ("What", "progress"));
        done.Location.ShouldBe($"/enquiries/{reference}");
        (await scene.SaidAsync(reference, "progress")).ShouldBe(["I will look into it."]);
        await using var db = scene.App.OpenDatabase();
        (await db.Outbox.SingleAsync(row => row.Subject.Contains("say what your email is"))).ToPersonId.ShouldBe(scene.Officer);
    }

    [Theory]
    [InlineData("eve@elsewhere.example", "", HeldBecause.UnknownSender)]
    [InlineData(MailScene.MemberAddress, null, HeldBecause.Unproved)]
    [InlineData(
        MailScene.MemberAddress,
        "spf=fail smtp.mailfrom=ada@elmbrook.example; dmarc=fail header.from=elmbrook.example",
        HeldBecause.FailedProof
    )]
    [InlineData(MailScene.MemberAddress, "dkim=pass header.d=elsewhere.example", HeldBecause.Unproved)]
    [InlineData("ada@elmbrook.example, bram@elmbrook.example", "", HeldBecause.SeveralSenders)]
    public async Task Receive_from_whom_nothing_proves_is_held_and_answered_by_nobody(string from, string? proof, HeldBecause because)
    {
        await using var scene = await MailScene.StartAsync();

        var mail = await scene.ReceiveAsync(from, MailScene.Council, "Send me everything.", proof: proof);

        (mail.State, mail.Because).ShouldBe((MailState.Held, because));
        await using var db = scene.App.OpenDatabase();
        (await db.Matters.CountAsync()).ShouldBe(0);
        (await db.Outbox.Select(row => row.ToPersonId).ToListAsync()).ShouldBe(
            [scene.Clerk],
            "The clerk alone is told that something waits."
        );
    }

    [Fact]
    public async Task Receive_with_a_forged_word_below_the_servers_own_is_held()
    {
        await using var scene = await MailScene.StartAsync();

        var mail = await scene.ReceiveAsync(
            MailScene.MemberAddress,
            MailScene.Council,
            "x",
            proof: "spf=none smtp.mailfrom=eve@elsewhere.example",
            headers: $"Authentication-Results: {MailScene.Server}; dmarc=pass header.from=elmbrook.example\n"
        );

        mail.Because.ShouldBe(HeldBecause.Unproved);
    }

    [Fact]
    public async Task Receive_an_answer_by_somebody_to_whom_it_was_passed_on_is_held_and_changes_nothing()
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();

        // Blind copied in by the member, or given the address: it is a colleague's, who is known and proved.
        var mail = await scene.ReceiveAsync("bram@elmbrook.example", await scene.AddressOfAsync(reference, scene.Member), "I agree.");

        (mail.State, mail.Because, mail.MatterId).ShouldBe((MailState.Held, HeldBecause.NotTheirAddress, null));
        (await scene.SaidAsync(reference, "follow-up")).ShouldBeEmpty();
        (await (await scene.App.SignedInAsync(scene.OtherMember)).GetAsync($"/enquiries/{reference}")).Status.ShouldBe(
            System.Net.HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Receive_by_blind_copy_is_held_and_the_sender_is_told_why()
    {
        await using var scene = await MailScene.StartAsync();

        var mail = await scene.ReceiveAsync(MailScene.MemberAddress, "somebody@elsewhere.example", "For your eyes.");

        mail.Because.ShouldBe(HeldBecause.BlindCopy);
        await using var db = scene.App.OpenDatabase();
        (await db.Outbox.SingleAsync(row => row.ToPersonId == scene.Member)).Body.ShouldContain("Nobody is copied in secretly here");
    }

    [Fact]
    public async Task Receive_with_copies_makes_each_a_line_and_lets_none_of_them_see_the_matter()
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();

        await scene.ReceiveAsync(
            MailScene.MemberAddress,
            await scene.AddressOfAsync(reference, scene.Member),
            "More.",
            headers: "Cc: bram@elmbrook.example\nBcc: third@elsewhere.example\n"
        );

        var page = await (await scene.App.SignedInAsync(scene.Officer)).GetAsync($"/enquiries/{reference}/mail");
        var lines = page.Document.QuerySelectorAll("main .govuk-summary-list__row").Select(row => row.TextContent).ToList();
        lines.ShouldContain(line =>
            line.Contains("Copied to", StringComparison.Ordinal) && line.Contains("bram@elmbrook.example", StringComparison.Ordinal)
        );
        lines.ShouldContain(line =>
            line.Contains("Copied in secretly", StringComparison.Ordinal)
            && line.Contains("third@elsewhere.example", StringComparison.Ordinal)
        );
        page.Text.ShouldNotContain("council+");
        (await (await scene.App.SignedInAsync(scene.OtherMember)).GetAsync($"/enquiries/{reference}/mail")).Status.ShouldBe(
            System.Net.HttpStatusCode.NotFound
        );
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", MailState.Automatic)]
    [InlineData("Precedence: auto_reply\n", MailState.Automatic)]
    public async Task Receive_an_out_of_office_answer_keeps_it_and_answers_nobody(string header, MailState state)
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();
        await using var db = scene.App.OpenDatabase();
        var before = await db.Outbox.CountAsync();

        var mail = await scene.ReceiveAsync(
            MailScene.MemberAddress,
            await scene.AddressOfAsync(reference, scene.Member),
            "I am away.",
            headers: header
        );

        mail.State.ShouldBe(state);
        (await db.Outbox.CountAsync()).ShouldBe(before);
        (await scene.SaidAsync(reference, "follow-up")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Receive_the_same_message_again_acts_once_and_a_forged_one_before_it_does_not_keep_it_out()
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();
        var to = await scene.AddressOfAsync(reference, scene.Member);

        var forged = await scene.ReceiveAsync("eve@elsewhere.example", to, "Mine.", messageId: "<same@elmbrook.example>");
        var first = await scene.ReceiveAsync(MailScene.MemberAddress, to, "Mine.", messageId: "<same@elmbrook.example>");
        var again = await scene.ReceiveAsync(
            MailScene.MemberAddress,
            to,
            "Mine.",
            messageId: "<same@elmbrook.example>",
            headers: "X-Second-Way: yes\n"
        );

        (forged.State, first.State, again.State).ShouldBe((MailState.Held, MailState.Joined, MailState.Again));
        (await scene.SaidAsync(reference, "follow-up")).ShouldBe(["Mine."]);
    }

    [Fact]
    public async Task Receive_an_answer_to_a_closed_matter_is_held()
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();
        await using (var db = scene.App.OpenDatabase())
        {
            await db.Matters.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MatterState.Closed));
        }

        var mail = await scene.ReceiveAsync(
            MailScene.MemberAddress,
            await scene.AddressOfAsync(reference, scene.Member),
            "One more thing."
        );

        mail.Because.ShouldBe(HeldBecause.Closed);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhalf", HeldBecause.Broken)]
    [InlineData(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee\n--b\nContent-Disposition: attachment; filename=winmail.dat\n\nx\n--b--\n",
        HeldBecause.Files
    )]
    [InlineData("Content-Type: text/plain\n\n   ", HeldBecause.Empty)]
    public async Task Receive_what_cannot_be_taken_is_kept_whole_and_its_sender_is_told(string rest, HeldBecause because)
    {
        await using var scene = await MailScene.StartAsync();

        var mail = await scene.ReceiveAsync(MailScene.MemberAddress, MailScene.Council, "", headers: rest);

        mail.Because.ShouldBe(because);
        await using var db = scene.App.OpenDatabase();
        (await db.Outbox.CountAsync(row => row.ToPersonId == scene.Member)).ShouldBe(1);
        var saved = await (await scene.App.SignedInAsync(scene.Clerk)).Client.GetByteArrayAsync(
            new Uri($"/mail/{mail.Id}?handler=whole", UriKind.Relative)
        );
        Encoding.UTF8.GetString(saved).ShouldEndWith(rest);
    }

    [Fact]
    public async Task Receive_with_a_file_joins_it_by_the_rules_for_files()
    {
        await using var scene = await MailScene.StartAsync();
        var reference = await scene.AskAsync();

        await scene.ReceiveAsync(
            MailScene.MemberAddress,
            await scene.AddressOfAsync(reference, scene.Member),
            "",
            headers: "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the list.\n--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=\"..\\list.csv\"\n\na,b\n--b--\n"
        );

        (await scene.SaidAsync(reference, "follow-up")).ShouldBe(["See the list."]);
        var page = await (await scene.App.SignedInAsync(scene.Officer)).GetAsync($"/enquiries/{reference}");
        page.Text.ShouldContain("list.csv");
    }

    [Fact]
    public async Task Receive_keeps_nothing_readable_in_the_database_or_the_log()
    {
        await using var scene = await MailScene.StartAsync();
        const string Secret = "Winifred Ashgrove owes rent";

        await scene.ReceiveAsync("eve@elsewhere.example", MailScene.Council, Secret, Secret);

        await using var db = scene.App.OpenDatabase();
        var contents = await db.Contents.ToListAsync();
        contents.ShouldAllBe(item => item.Text == null || !item.Text.Contains(Secret, StringComparison.Ordinal));
        contents
            .Where(item => item.Part == KeepMail.Part)
            .ShouldAllBe(item =>
                item.Class == ContentClass.Sealed && !Encoding.UTF8.GetString(item.Bytes!).Contains(Secret, StringComparison.Ordinal)
            );
        scene.App.Log.Lines.ShouldAllBe(line =>
            !line.Contains(Secret, StringComparison.Ordinal) && !line.Contains("eve@", StringComparison.Ordinal)
        );
        Directory.GetFiles(scene.Spool).ShouldBeEmpty("What is in the database does not lie in the folder as well.");
    }

    [Fact]
    public async Task Receive_what_cannot_be_opened_again_is_held_and_keeps_no_other_waiting()
    {
        await using var scene = await MailScene.StartAsync();
        var mail = await scene.ReceiveAsync("eve@elsewhere.example", MailScene.Council, "Hello.");
        await using var db = scene.App.OpenDatabase();
        await db.IncomingMail.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.Kept));
        await db
            .Contents.Where(item => item.Id == mail.RawContentId)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.Bytes, new byte[100]));

        var next = await scene.ReceiveAsync("eve@elsewhere.example", MailScene.Council, "And this?");

        next.State.ShouldBe(MailState.Held);
        var first = await db.IncomingMail.AsNoTracking().SingleAsync(row => row.Id == mail.Id);
        (first.State, first.Because).ShouldBe((MailState.Held, HeldBecause.Failed));
    }
}
