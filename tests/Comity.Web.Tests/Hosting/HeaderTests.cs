using System.Net;

namespace Comity.Web.Tests.Hosting;

public class HeaderTests
{
    private const string Site = "https://comity.elmbrook.example";

    private static readonly Dictionary<string, string?> AtAnAddress = new() { ["Comity:Address"] = Site };

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/demonstration")]
    [InlineData("/health")]
    [InlineData("/council.css")]
    [InlineData("/comity.js")]
    public async Task Answer_anything_carries_the_security_headers(string address)
    {
        await using var app = await ComityApp.StartAsync();

        var response = (await app.NewVisitor().GetAsync(address)).Response;
        var headers = response.Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; ");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("base-uri 'none'");
        policy.ShouldContain("form-action 'self'");
        policy.ShouldNotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        headers.GetValues("Cross-Origin-Opener-Policy").Single().ShouldBe("same-origin");
        headers.Contains("Server").ShouldBeFalse();

        // A page that mixes a secret with what a visitor sends must not be compressed (BREACH).
        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/demonstration")]
    [InlineData("/no-such-page")]
    public async Task Answer_with_a_page_is_never_kept_by_the_browser(string address)
    {
        await using var app = await ComityApp.StartAsync();
        var visitor = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

        (await visitor.GetAsync(address)).Response.Headers.CacheControl!.ToString().ShouldBe("no-store");
    }

    [Theory]
    [InlineData("/sign-out")]
    [InlineData("/no-such-page")]
    public async Task Answer_with_a_page_says_how_long_it_is(string address)
    {
        await using var app = await ComityApp.StartAsync();
        var visitor = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

        var page = await visitor.GetAsync(address);

        page.Response.Content.Headers.NonValidated["Content-Length"]
            .ToString()
            .ShouldBe(System.Text.Encoding.UTF8.GetByteCount(page.Html).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Show_any_page_has_no_script_and_no_style_in_it()
    {
        await using var app = await ComityApp.StartAsync();
        var visitor = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

        foreach (var address in new[] { "/", "/demonstration", "/sign-out", "/no-such-page" })
        {
            var page = await visitor.GetAsync(address);
            page.Document.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload]").ShouldBeEmpty(address);
        }
    }

    [Fact]
    public async Task Show_the_councils_colour_comes_as_a_style_sheet()
    {
        await using var app = await ComityApp.StartAsync();

        var page = await app.NewVisitor().GetAsync("/council.css");

        page.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        page.Html.ShouldBe(":root{--council-colour:#1d4f4b;--on-council-colour:#ffffff}\n");
        page.Response.Headers.ETag.ShouldNotBeNull();
    }

    [Fact]
    public async Task Set_cookies_over_tls_ties_them_to_host_council_and_server()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, settings: AtAnAddress);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), "ada@elmbrook.example");
        var visitor = app.NewVisitor(address: Site);
        var form = await visitor.GetAsync("/sign-in");
        var answer = await visitor.SubmitAsync(
            form,
            "form:not([data-passkey])[method=post]",
            ("Email", "ada@elmbrook.example"),
            ("Password", ComityApp.Password)
        );

        var council = await CouncilAsync(app);
        var cookies = form.Response.Headers.GetValues("Set-Cookie").Concat(answer.Response.Headers.GetValues("Set-Cookie")).ToList();
        cookies.Count.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var cookie in cookies)
        {
            cookie.ShouldStartWith($"__Host-comity-{council:N}-");
            cookie.ShouldContain("; secure", Case.Insensitive);
            cookie.ShouldContain("; httponly", Case.Insensitive);
            cookie.ShouldContain("; path=/;", Case.Insensitive);
            cookie.ShouldContain("; samesite=", Case.Insensitive);
            cookie.ShouldNotContain("domain=", Case.Insensitive);
        }

        cookies.ShouldContain(cookie => cookie.Contains("-session=") && cookie.Contains("samesite=lax"));
        cookies.ShouldContain(cookie => cookie.Contains("-form=") && cookie.Contains("samesite=strict"));
    }

    [Fact]
    public async Task Answer_over_tls_asks_the_browser_to_stay_with_it()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, settings: AtAnAddress);

        var page = await app.NewVisitor(address: Site).GetAsync("/sign-in");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Response.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000");
    }

    [Fact]
    public async Task Come_without_tls_is_sent_on_and_a_form_is_refused()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, settings: AtAnAddress);
        var visitor = app.NewVisitor(address: "http://comity.elmbrook.example");

        var page = await visitor.GetAsync("/sign-in?then=%2Fask");
        page.Status.ShouldBe(HttpStatusCode.PermanentRedirect);
        page.Location.ShouldBe($"{Site}/sign-in?then=%2Fask");

        var form = await visitor.Client.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent([]));
        form.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.GetAsync("/health")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("http://elsewhere.example", false)]
    [InlineData("http://localhost", true)]
    [InlineData("http://127.0.0.1", true)]
    public async Task Call_the_service_by_another_name_is_refused(string address, bool isAnswered)
    {
        await using var app = await ComityApp.StartAsync();

        var page = await app.NewVisitor(address: address).GetAsync("/demonstration");

        page.Status.ShouldBe(isAnswered ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Believe_a_proxy_that_is_named_and_nobody_else_about_the_visitors_address()
    {
        await using var app = await ComityApp.StartAsync(
            fictional: false,
            settings: new() { ["Comity:Address"] = Site, ["Comity:Proxies"] = "192.0.2.1" }
        );
        var throughProxy = app.NewVisitor(remote: "192.0.2.1", address: "http://comity.elmbrook.example");
        throughProxy.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        throughProxy.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        var pretender = app.NewVisitor(remote: "198.51.100.9", address: "http://comity.elmbrook.example");
        pretender.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        (await throughProxy.GetAsync("/sign-in")).Status.ShouldBe(HttpStatusCode.OK);
        (await pretender.GetAsync("/sign-in")).Status.ShouldBe(HttpStatusCode.PermanentRedirect);
    }

    private static async Task<Guid> CouncilAsync(ComityApp app)
    {
        await using var db = app.OpenDatabase();
        return db.Councils.Single().Id;
    }
}
