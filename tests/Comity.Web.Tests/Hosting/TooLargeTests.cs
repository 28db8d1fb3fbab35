using System.Net;
using Comity.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Hosting;

public class TooLargeTests
{
    private const string Words = "The column was tested on <Friday>; the photographs are in the film.";

    [Fact]
    public async Task Send_more_than_a_page_with_files_takes_says_how_much_it_takes_and_keeps_the_words()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{reference}/reply");

        var page = await officer.SubmitAsync(
            form,
            "main form",
            [("Files", "film.pdf", new byte[RequestLimits.WithAttachments + 1])],
            ("Words", Words)
        );

        page.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        page.Heading.ShouldBe("The files are too large");
        page.Text.ShouldContain("up to 10 files: 10 MB each, 25 MB together");
        page.Document.QuerySelectorAll("textarea").ShouldHaveSingleItem().TextContent.ShouldBe(Words);
        page.Document.QuerySelector("label[for=typed-0]")!.TextContent.ShouldBe("Words");
        page.Html.ShouldNotContain("film.pdf");
        (await council.ReadAsync(db => db.Messages.CountAsync(message => message.Kind == "reply"))).ShouldBe(0);
    }

    [Fact]
    public async Task Send_more_than_a_page_without_files_takes_says_how_much_it_takes()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var form = await member.GetAsync("/ask");

        var page = await member.SubmitAsync(form, "main form", ("Kind", new string('x', (int)RequestLimits.Page)));

        page.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        page.Heading.ShouldBe("Too large");
        page.Text.ShouldContain("larger than 1 MB");
    }

    [Fact]
    public async Task Send_too_much_about_what_one_may_not_see_is_answered_like_what_is_not_there()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var other = await council.AsAsync(council.People.OtherGroupMember);

        var walled = await SendAsync(reference);
        var missing = await SendAsync(Comity.Service.Matters.PublicReference.New().Value);

        walled.Html.ShouldBe(missing.Html);
        walled.Status.ShouldBe(missing.Status);

        async Task<Page> SendAsync(string to)
        {
            using var content = new MultipartFormDataContent
            {
                { new StringContent(Words), "Words" },
                { new ByteArrayContent(new byte[RequestLimits.WithAttachments]), "Files", "film.pdf" },
            };
            return await Page.ReadAsync(await other.Client.PostAsync(new Uri($"/enquiries/{to}/reply", UriKind.Relative), content));
        }
    }

    [Fact]
    public async Task Send_too_much_signed_out_leads_to_the_sign_in()
    {
        await using var app = await ComityApp.StartAsync();
        using var content = new ByteArrayContent(new byte[RequestLimits.WithAttachments + 1]);

        var answer = await app.NewVisitor().Client.PostAsync(new Uri("/ask", UriKind.Relative), content);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
