namespace Comity.Web.Tests.Hosting;

public class RouteTests
{
    private static readonly string[] Public =
    [
        "/health",
        "/council.css",
        "/problem",
        "/sign-in",
        "/sign-in/code",
        "/sign-in/recovery-code",
        "/sign-in/forgotten",
        "/choose-password",
        "/signed-out",
        "/accessibility",
        "/privacy",
        "/performance",
        "/concerns/report",
        "/concerns/with-code",
        "/performance/csv",
        "/set-up",
        "/set-up/council",
        "/set-up/protocol",
        "/set-up/people",
        "/set-up/roles",
        "/set-up/monitoring-officer",
        "/set-up/clerk",
        "/set-up/check",
    ];

    [Fact]
    public async Task Walk_every_route_finds_the_public_ones_and_no_other()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        app.NewVisitor();

        var open = (await EveryRoute.OfAsync(app))
            .Where(route => route.IsPublic && !IsFile(route))
            .Select(route => "/" + route.Pattern.TrimStart('/'))
            .Distinct();

        open.ShouldBe(Public, ignoreOrder: true);
    }

    [Fact]
    public async Task Walk_every_route_signed_out_leads_to_the_sign_in_from_all_that_is_not_public()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var visitor = app.NewVisitor();
        var routes = (await EveryRoute.OfAsync(app)).Where(route => !route.IsPublic).ToList();
        routes.Count.ShouldBeGreaterThan(10);

        foreach (var route in routes)
        {
            var address = route.Address(name => name is "id" or "person" ? Guid.CreateVersion7().ToString("N") : null);
            using var request = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(address, UriKind.Relative));
            var response = await visitor.Client.SendAsync(request);

            ((int)response.StatusCode).ShouldBe(302, route.ToString());
            response.Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
            (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Walk_every_route_finds_the_pages_with_their_handlers()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        app.NewVisitor();

        var routes = (await EveryRoute.OfAsync(app)).Select(route => route.ToString()).ToList();

        routes.ShouldContain("GET /accounts/{person:guid}");
        routes.ShouldContain("POST /accounts/{person:guid} (Close)");
        routes.ShouldContain("POST /sign-out");
        routes.ShouldContain("GET /health");
    }

    // A file of wwwroot, with its fingerprint or without.
    private static bool IsFile(Route route) =>
        route.Pattern.Contains('.', StringComparison.Ordinal) && route.Pattern.Trim('/') != "council.css";
}
