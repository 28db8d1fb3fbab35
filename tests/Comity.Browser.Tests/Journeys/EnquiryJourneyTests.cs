using Comity.Service.Record;
using Microsoft.Playwright;

namespace Comity.Browser.Tests.Journeys;

/// <summary>The main job from both sides, as a member and an officer do it on an ordinary day.</summary>
public class EnquiryJourneyTests(Chromium chromium)
{
    private const string Question = "The light outside the school has been out since Monday. When will it be mended?";
    private const string Explained =
        "I have asked the lighting contractor to test the column on Friday. The part may have to be ordered, so I cannot name a day yet.";
    private static readonly byte[] Plan = "Column 14, Mill Lane: cable fault. Repair booked for 10 April 2026.\n"u8.ToArray();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_answer_follow_up_and_prove(bool javaScript)
    {
        await using var site = await Site.StartAsync();
        await using var member = await Visit.AsAsync(chromium, site, "Alex Member", javaScript);
        await using var officer = await Visit.AsAsync(chromium, site, "Glen Officer", javaScript);

        var enquiry = await AskAsync(member);
        await SeeTheDateAsync(member);

        await officer.GoAsync("/what-i-owe");
        await officer.ClickLinkAsync("Street light out in Mill Lane");
        await BeToldThatThanksIsNotEnoughAsync(officer);
        await ReplyAsync(officer, enquiry);

        await ReadAndFollowUpAsync(member, enquiry);
        await SaveTheFileAsync(member);
        await ExportAndVerifyAsync(member, enquiry);

        member.ShouldHaveKeptToItself();
        officer.ShouldHaveKeptToItself();
    }

    private static async Task<string> AskAsync(Visit member)
    {
        var page = member.Page;
        await member.ClickLinkAsync("Ask");
        await member.HeadingAsync("What do you want?");
        await page.GetByLabel("An answer to a question").CheckAsync();
        await member.PressAsync("Continue");

        await member.HeadingAsync("What the protocol says");
        await member.SeesAsync("an answer is owed by Monday 20 April 2026");
        await member.LooksRightAsync();
        await member.PressAsync("Continue");

        await member.HeadingAsync("Your enquiry");
        await page.GetByLabel("Subject").FillAsync("Street light out in Mill Lane");
        await page.GetByLabel("What do you want to know or have done?").FillAsync(Question);
        await page.GetByLabel("Which service is it about?")
            .SelectOptionAsync(new SelectOptionValue { Label = "Highways (potholes, street lights)" });
        await page.GetByLabel("Which ward is it about? (optional)").SelectOptionAsync(new SelectOptionValue { Label = "East" });
        await page.GetByLabel("For my ward or a resident").CheckAsync();
        await member.PressAsync("Continue");

        await member.HeadingAsync("Is it for a resident?");
        await page.Locator("#For").CheckAsync();
        await member.PressAsync("Continue");

        await member.HeadingAsync("Check before you send");
        await member.SeesAsync("Glen Officer");
        await member.SeesAsync(Question);
        await member.LooksRightAsync();
        await member.PressAsync("Send it");

        await member.HeadingAsync("Street light out in Mill Lane");
        await member.SeesAsync("It has been sent.");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Ten working days from Thursday 2 April 2026: neither the day of receipt nor Good Friday, Easter Monday and the weekends count.</summary>
    private static async Task SeeTheDateAsync(Visit member)
    {
        await member.SeesAsync("Due Monday 20 April 2026");
        await member.Page.GetByText("How is this date worked out?").ClickAsync();
        var working = member.Page.Locator("table.comity-working");
        await Assertions.Expect(working).ToBeVisibleAsync();
        await Assertions.Expect(RowOf("Friday 3 April 2026")).ToContainTextAsync("not counted: Good Friday");
        await Assertions.Expect(RowOf("Monday 6 April 2026")).ToContainTextAsync("not counted: Easter Monday");
        await Assertions.Expect(RowOf("Tuesday 7 April 2026")).ToContainTextAsync("day 1");
        await Assertions.Expect(RowOf("Monday 20 April 2026")).ToContainTextAsync("day 10");
        await member.LooksRightAsync();

        ILocator RowOf(string day) =>
            working
                .GetByRole(AriaRole.Row)
                .Filter(new() { Has = member.Page.GetByRole(AriaRole.Rowheader, new() { Name = day, Exact = true }) });
    }

    private static async Task BeToldThatThanksIsNotEnoughAsync(Visit officer)
    {
        var page = officer.Page;
        await officer.ClickLinkAsync("Acknowledge");
        await officer.HeadingAsync("Acknowledge");
        await page.GetByLabel("What is happening with it?").FillAsync("Thanks");
        await page.GetByLabel("No, it only says that it has come").CheckAsync();
        (await officer.SendAsync(page.GetByRole(AriaRole.Button, new() { Name = "Send the acknowledgement" }))).Status.ShouldBe(400);

        var summary = page.Locator(".govuk-error-summary");
        await Assertions.Expect(summary).ToContainTextAsync("6.2");
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: "));
        await officer.LooksRightAsync();

        await page.GetByLabel("What is happening with it?").FillAsync(Explained);
        await page.GetByLabel("Yes", new() { Exact = true }).CheckAsync();
        await officer.PressAsync("Send the acknowledgement");
        await officer.SeesAsync("Your acknowledgement has been sent.");
        await officer.SeesAsync("A full reply is owed, with no date");
        await officer.LooksRightAsync();
    }

    private static async Task ReplyAsync(Visit officer, string enquiry)
    {
        var page = officer.Page;
        await officer.GoAsync(enquiry);
        await officer.ClickLinkAsync("Reply in full");
        await page.GetByLabel("Your reply").FillAsync("The cable to column 14 is broken. It will be mended on Friday 10 April.");
        await page.GetByLabel("Attach files (optional)")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "repair plan.txt",
                    MimeType = "text/plain",
                    Buffer = Plan,
                }
            );
        await officer.PressAsync("Send the reply");
        await officer.SeesAsync("Your reply has been sent.");
    }

    private static async Task ReadAndFollowUpAsync(Visit member, string enquiry)
    {
        var page = member.Page;
        await member.GoAsync("/what-i-am-owed?all=true");
        await member.ClickLinkAsync("Street light out in Mill Lane");
        await member.SeesAsync("The cable to column 14 is broken.");
        await member.SeesAsync(Explained);
        await member.LooksRightAsync();

        await member.ClickLinkAsync("Follow up");
        await member.SeesAsync("A reply is then owed afresh");
        await page.GetByLabel("What do you want to add or ask?")
            .FillAsync("Thank you. Will the second light be looked at on the same day?");
        await member.PressAsync("Send");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(enquiry + "$"));
        await member.SeesAsync("Will the second light be looked at");
        await member.SeesAsync("Due Monday 20 April 2026");
    }

    private static async Task SaveTheFileAsync(Visit member)
    {
        var download = await member.Page.RunAndWaitForDownloadAsync(() => member.ClickLinkAsync("repair plan.txt"));
        download.SuggestedFilename.ShouldBe("repair plan.txt");
        (await BytesOfAsync(download)).ShouldBe(Plan);
    }

    private static async Task ExportAndVerifyAsync(Visit member, string enquiry)
    {
        await member.ClickLinkAsync("Save the record of this matter");
        await member.LooksRightAsync();
        var download = await member.Page.RunAndWaitForDownloadAsync(() => member.PressAsync("Export the record"));
        download.SuggestedFilename.ShouldEndWith(".zip");
        var export = await BytesOfAsync(download);

        var verified = RecordVerifier.Verify(new MemoryStream(export));
        verified.Findings.ShouldBeEmpty();
        verified.FullEntries.ShouldBeGreaterThan(0);
        verified.ContentsChecked.ShouldBeGreaterThan(0);

        // One byte of what is said in the file, not of the packing around it.
        RecordVerifier.Verify(new MemoryStream(Alter(export))).Stands.ShouldBeFalse(enquiry);
    }

    private static byte[] Alter(byte[] export)
    {
        using var stream = new MemoryStream();
        stream.Write(export);
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.OrderByDescending(file => file.Length).First();
            using var content = entry.Open();
            content.Position = content.Length / 2;
            var one = content.ReadByte();
            content.Position--;
            content.WriteByte((byte)(one ^ 1));
        }

        return stream.ToArray();
    }

    private static async Task<byte[]> BytesOfAsync(IDownload download)
    {
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
