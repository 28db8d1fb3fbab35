using System.IO.Compression;
using System.Net;
using System.Text;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;
using Comity.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Record;

public class RecordPageTests
{
    private const string Safeguard = "Comity’s own safeguard on who sees a matter. It is not the protocol’s.";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Export_as_the_clerk_gives_a_file_that_stands_and_holds_no_word_of_a_walled_matter(DatabaseKind kind)
    {
        await using var scene = await EnquiryScene.StartAsync(kind);
        var clerk = await scene.AsAsync(scene.Clerk);

        var (response, zip) = await ExportAsync(clerk, "/record");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileName.ShouldBe("record-2026-04-02.zip");
        var checkedNow = RecordVerifier.Verify(new MemoryStream(zip));
        checkedNow.Findings.ShouldBeEmpty();
        checkedNow.FullEntries.ShouldBeGreaterThan(0);
        checkedNow.WithheldEntries.ShouldBeGreaterThan(0);
        var text = TextOf(zip);
        text.ShouldContain("texts-taken-up");
        text.ShouldNotContain("Tanner Row");
        text.ShouldNotContain("matter-opened");
        text.ShouldNotContain(scene.Reference);
        text.ShouldNotContain($"{scene.Member:D}");
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Export_of_an_enquiry_holds_ones_own_matter_in_full_and_of_others_the_hashes(DatabaseKind kind)
    {
        await using var scene = await EnquiryScene.StartAsync(kind);
        var member = await scene.AsAsync(scene.Member);

        var page = await member.GetAsync($"/enquiries/{scene.Reference}/record");
        var (_, zip) = await ExportAsync(member, $"/enquiries/{scene.Reference}/record");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain(scene.Reference);
        var checkedNow = RecordVerifier.Verify(new MemoryStream(zip));
        checkedNow.Findings.ShouldBeEmpty();
        TextOf(zip).ShouldContain(EnquiryScene.Question);
    }

    [Fact]
    public async Task Alter_one_byte_of_an_exported_file_and_the_check_finds_it()
    {
        await using var scene = await EnquiryScene.StartAsync();
        var (_, zip) = await ExportAsync(await scene.AsAsync(scene.Member), $"/enquiries/{scene.Reference}/record");
        RecordVerifier.Verify(new MemoryStream(zip)).Stands.ShouldBeTrue();

        foreach (var (file, at) in new[] { ("record.jsonl", 200), ("contents.jsonl", 300), ("checkpoint.txt", 10), ("manifest.txt", 60) })
        {
            RecordVerifier.Verify(new MemoryStream(Altered(zip, file, at))).Stands.ShouldBeFalse(file);
        }
    }

    [Fact]
    public async Task Export_twice_goes_on_from_the_checkpoint_that_the_page_showed_in_between()
    {
        await using var scene = await EnquiryScene.StartAsync();
        var clerk = await scene.AsAsync(scene.Clerk);
        (await clerk.GetAsync("/record")).Text.ShouldContain("None yet: one is signed with each export.");
        await ExportAsync(clerk, "/record");
        var page = await clerk.GetAsync("/record");
        var key = page.Document.GetElementById("verifier-key")!.TextContent;
        var held = page.Document.QuerySelector("main details pre")!.TextContent;
        await scene.AskAsync();

        var (_, zip) = await ExportAsync(clerk, "/record");

        var checkedNow = RecordVerifier.Verify(new MemoryStream(zip), held, key);
        checkedNow.Findings.ShouldBeEmpty();
        checkedNow.ContinuesHeldCheckpoint.ShouldBeTrue();
        checkedNow.Checkpoint!.Size.ShouldBeGreaterThan(Checkpoint.Parse(SignedNote.Parse(held).Text).Size);
    }

    [Fact]
    public async Task Export_a_sealed_enquiry_gives_its_words_to_those_in_it_and_to_nobody_else()
    {
        await using var scene = await EnquiryScene.StartAsync(
            isSealed: true,
            constituent: new ConstituentDetails(EnquiryScene.Resident, null, null, true, "They asked the member to act")
        );

        var (_, own) = await ExportAsync(await scene.AsAsync(scene.Member), $"/enquiries/{scene.Reference}/record");
        var (_, others) = await ExportAsync(await scene.AsAsync(scene.MonitoringOfficer), "/record");

        TextOf(own).ShouldContain(EnquiryScene.Resident);
        TextOf(own).ShouldContain(EnquiryScene.Question);
        foreach (var word in new[] { EnquiryScene.Resident, "Tanner Row", scene.Reference })
        {
            TextOf(others).ShouldNotContain(word);
        }

        RecordVerifier.Verify(new MemoryStream(others)).Stands.ShouldBeTrue();
        await using var db = scene.App.OpenDatabase();
        (await db.ReadEntries.Select(read => read.Part).Order().ToListAsync()).ShouldBe(["constituent", "content"]);
    }

    [Fact]
    public async Task Check_the_log_of_reads_is_the_Monitoring_Officers_and_finds_what_was_altered()
    {
        await using var scene = await EnquiryScene.StartAsync(isSealed: true);
        await (await scene.AsAsync(scene.Officer)).GetAsync($"/enquiries/{scene.Reference}");
        await scene.App.Services.GetRequiredService<JobHost>().RunDueAsync(scene.App.Clock.Now);
        var officer = await scene.AsAsync(scene.MonitoringOfficer);

        var stands = await SendAsync(officer, "/record?handler=Reads");
        await using (var db = scene.App.OpenDatabase())
        {
            (await db.ReadEntries.ExecuteUpdateAsync(set => set.SetProperty(read => read.ViewerToken, "somebody else"))).ShouldBe(1);
        }

        var altered = await SendAsync(officer, "/record?handler=Reads");

        stands.Text.ShouldContain("The log of reads stands");
        altered.Text.ShouldContain("Read 0 is not what it was.");
        var clerk = await scene.AsAsync(scene.Clerk);
        (await clerk.GetAsync("/record")).Text.ShouldNotContain("log of reads");
        (await SendAsync(clerk, "/record?handler=Reads")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Open_the_record_as_anybody_else_is_the_same_as_no_such_page()
    {
        await using var scene = await EnquiryScene.StartAsync();
        foreach (var person in new[] { scene.Member, scene.Officer, scene.OtherOfficer })
        {
            var visitor = await scene.AsAsync(person);
            var nothing = (await visitor.GetAsync("/no-such-page")).Html;

            var page = await visitor.GetAsync("/record");
            var sent = await SendAsync(visitor, "/record");

            page.Status.ShouldBe(HttpStatusCode.NotFound);
            page.Html.ShouldBe(nothing);
            sent.Status.ShouldBe(HttpStatusCode.NotFound);
            sent.Html.ShouldBe(nothing);
        }
    }

    [Theory]
    [InlineData("record")]
    [InlineData("why")]
    [InlineData("decisions")]
    public async Task Open_a_page_of_somebody_elses_enquiry_is_the_same_as_of_none(string page)
    {
        await using var scene = await EnquiryScene.StartAsync();
        foreach (var person in new[] { scene.OtherMember, scene.OtherOfficer, scene.Clerk, scene.MonitoringOfficer })
        {
            var visitor = await scene.AsAsync(person);
            var nothing = (await visitor.GetAsync("/no-such-page")).Html;
            foreach (var reference in new[] { scene.Reference, "AAAA-AAAA", "rubbish" })
            {
                var found = await visitor.GetAsync($"/enquiries/{reference}/{page}");
                found.Status.ShouldBe(HttpStatusCode.NotFound);
                found.Html.ShouldBe(nothing);
                if (page != "why")
                {
                    var sent = await SendAsync(visitor, $"/enquiries/{reference}/{page}");
                    sent.Status.ShouldBe(HttpStatusCode.NotFound);
                    sent.Html.ShouldBe(nothing);
                }
            }
        }
    }

    [Fact]
    public async Task Ask_why_one_sees_it_names_each_reason_and_what_it_rests_on()
    {
        await using var scene = await EnquiryScene.StartAsync();

        var member = await (await scene.AsAsync(scene.Member)).GetAsync($"/enquiries/{scene.Reference}/why");
        var officer = await (await scene.AsAsync(scene.Officer)).GetAsync($"/enquiries/{scene.Reference}/why");

        RowsOf(member)
            .ShouldBe([
                ["That it exists: reference, state and dates", "You yourself", "Asked it.", Safeguard, "2 April 2026 at 10:00"],
                ["The question, the replies and the files", "You yourself", "Asked it.", Safeguard, "2 April 2026 at 10:00"],
                ["Who the resident is", "You yourself", "Asked it.", Safeguard, "2 April 2026 at 10:00"],
            ]);
        RowsOf(officer)
            .Select(row => (row[0], row[1], row[2]))
            .ShouldContain(("Notes among officers", "As Director of Housing", "Has it to answer."));
        RowsOf(officer).ShouldNotContain(row => row[0] == "Who the resident is");
    }

    private static async Task<(HttpResponseMessage Response, byte[] Zip)> ExportAsync(Visitor visitor, string path)
    {
        var page = await visitor.GetAsync(path);
        var token = page.Document.QuerySelector("#export input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        var response = await visitor.Client.PostAsync(new Uri(path, UriKind.Relative), form);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (response, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A form that no page showed, with a token that is this visitor's own.</summary>
    private static async Task<Page> SendAsync(Visitor visitor, string path)
    {
        var page = await visitor.GetAsync("/sign-out");
        var token = page.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await Page.ReadAsync(await visitor.Client.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    private static List<string[]> RowsOf(Page page) =>
        [
            .. page
                .Document.QuerySelectorAll("main tbody tr")
                .Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToArray()),
        ];

    private static string TextOf(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    private static byte[] Altered(byte[] zip, string file, int at)
    {
        using var source = new ZipArchive(new MemoryStream(zip));
        var output = new MemoryStream();
        using (var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var copy = new MemoryStream();
                using (var from = entry.Open())
                {
                    from.CopyTo(copy);
                }

                var bytes = copy.ToArray();
                if (entry.FullName == file)
                {
                    bytes[at] ^= 0x01;
                }

                using var to = target.CreateEntry(entry.FullName).Open();
                to.Write(bytes);
            }
        }

        return output.ToArray();
    }
}
