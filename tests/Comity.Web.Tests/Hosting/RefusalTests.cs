using System.Net;
using Comity.Testing;

namespace Comity.Web.Tests.Hosting;

public class RefusalTests
{
    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/demonstration/x")]
    [InlineData("/problem")]
    [InlineData("/problem/404")]
    public async Task Ask_for_what_does_not_exist_gives_the_same_bytes_and_headers(string address)
    {
        await using var app = await ComityApp.StartAsync();
        var ada = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

        var expected = await ada.GetAsync("/another/one");
        var page = await ada.GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("Page not found");
        page.Html.ShouldBe(expected.Html);
        Headers(page).ShouldBe(Headers(expected));
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/enquiries/AAAA-AAAA-AA/no-such-page")]
    [InlineData("/no-such-file.txt")]
    [InlineData("/problem")]
    public async Task Post_to_what_does_not_exist_gives_the_same_bytes_and_headers_as_asking_for_it(string address)
    {
        await using var app = await ComityApp.StartAsync();
        var ada = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

        var expected = await ada.GetAsync("/another/one");
        foreach (var method in new[] { "POST", "PUT", "DELETE" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
            var page = await Page.ReadAsync(await ada.Client.SendAsync(request));

            page.Status.ShouldBe(HttpStatusCode.NotFound, method);
            page.Html.ShouldBe(expected.Html);
            Headers(page).ShouldBe(Headers(expected));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/sign-out")]
    [InlineData("/matters/0198c0de-0000-7000-8000-000000000000")]
    public async Task Ask_signed_out_leads_to_the_sign_in_whether_the_page_exists_or_not(string address)
    {
        await using var app = await ComityApp.StartAsync();

        var page = await app.NewVisitor().GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.Redirect);
        page.Location.ShouldBe(address == "/" ? "/demonstration" : $"/demonstration?then={Uri.EscapeDataString(address)}");
        page.Html.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_signed_out_leads_to_the_sign_in_and_not_back_into_the_form()
    {
        await using var app = await ComityApp.StartAsync();

        var response = await app.NewVisitor().Client.PostAsync(new Uri("/sign-out", UriKind.Relative), new StringContent(""));

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/demonstration");
    }

    [Fact]
    public async Task Post_without_the_forms_token_is_refused_in_words()
    {
        await using var app = await ComityApp.StartAsync();
        var ada = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

        var page = await Page.ReadAsync(await ada.Client.PostAsync(new Uri("/sign-out", UriKind.Relative), new FormUrlEncodedContent([])));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Heading.ShouldBe("This could not be understood");
        (await ada.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Send_what_a_page_does_not_take_is_refused_in_words()
    {
        await using var app = await ComityApp.StartAsync();
        var ada = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

        var page = await Page.ReadAsync(await ada.Client.PutAsync(new Uri("/sign-out", UriKind.Relative), new StringContent("x")));

        ((int)page.Status).ShouldBeOneOf(400, 404);
        page.Document.QuerySelector("main h1").ShouldNotBeNull();
    }

    [Fact]
    public async Task Fail_inside_shows_a_page_without_the_reason_and_logs_it()
    {
        await using var app = await ComityApp.StartAsync();
        var ada = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));
        await using (var db = app.OpenDatabase())
        {
            await db.Database.EnsureDeletedAsync(TestContext.Current.CancellationToken);
        }

        var page = await ada.GetAsync("/");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Html.ShouldContain("something went wrong");
        page.Html.ShouldNotContain("SQLite", Case.Insensitive);
        app.Log.Lines.ShouldContain(line =>
            line.Contains("ProblemPages", StringComparison.Ordinal) && line.Contains("SQLite", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Ask_for_health_answers_without_a_session_and_says_no_more_than_that(DatabaseKind kind)
    {
        await using var app = await ComityApp.StartAsync(kind);

        var page = await app.NewVisitor().GetAsync("/health");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldBe("Healthy");
    }

    private static List<string> Headers(Page page) =>
        [
            .. page
                .Response.Headers.Concat(page.Response.Content.Headers)
                .Where(header => header.Key != "Date")
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
                .Order(StringComparer.Ordinal),
        ];
}
