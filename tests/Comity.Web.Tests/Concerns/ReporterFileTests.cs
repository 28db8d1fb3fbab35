using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Concerns;

/// <summary>Somebody without an account takes the files of their concern with the code.</summary>
public sealed class ReporterFileTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Take_a_file_with_the_code_as_a_download_whose_address_says_nothing(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (code, back) = await WithAFileAsync(council);
        var form = back.Page.Document.QuerySelector<IHtmlFormElement>("main form[action*=File]")!;
        form.GetAttribute("action")!.ShouldNotContain(code);

        var file = await PostAsync(back.Visitor, back.Page, FileOn(back.Page), code);

        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await file.Content.ReadAsStringAsync()).ShouldBe("Wainscot");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("form.txt");
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await council.ReadAsync(db => db.Contents.AsNoTracking().Select(item => item.Text).ToListAsync())).ShouldNotContain("Wainscot");
    }

    [Fact]
    public async Task Take_a_file_with_a_wrong_code_or_one_that_is_not_for_the_reporter_gets_none()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (code, back) = await WithAFileAsync(council);
        var file = FileOn(back.Page);
        var (other, _) = await Reporting.SendAsync(council);

        // Of another concern with its own code, none at all, and one that was never there: the same answer for the last two.
        (await PostAsync(back.Visitor, back.Page, file, "nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var walled = await PostAsync(back.Visitor, back.Page, file, other);
        var missing = await PostAsync(back.Visitor, back.Page, Guid.CreateVersion7().ToString(), code);
        walled.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await walled.Content.ReadAsStringAsync()).ShouldBe(await missing.Content.ReadAsStringAsync());
    }

    private static async Task<(string Code, (Visitor Visitor, Page Page) Back)> WithAFileAsync(WiganCouncil council)
    {
        var (code, _) = await Reporting.SendAsync(council);
        var (visitor, page) = await Reporting.ComeBackAsync(council, code);
        var written = await visitor.SubmitAsync(
            page,
            "main form[action*=Write]",
            [("Files", "form.txt", "Wainscot"u8.ToArray())],
            ("Words", "The blue one.")
        );
        written.Status.ShouldBe(HttpStatusCode.OK, written.Text);
        return (code, (visitor, written));
    }

    private static string FileOn(Page page) => page.Document.QuerySelector<IHtmlInputElement>("main input[name=FileId]")!.Value;

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, Page page, string file, string code) =>
        visitor.Client.PostAsync(
            new Uri("/concerns/with-code?handler=File", UriKind.Relative),
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["Code"] = code,
                    ["FileId"] = file,
                    ["__RequestVerificationToken"] = page
                        .Document.QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!
                        .Value,
                }
            )
        );
}
