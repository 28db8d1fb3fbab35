using System.Net;
using Comity.Web.Infrastructure;

namespace Comity.Web.Tests.Hosting;

public class DemonstrationTests
{
    [Fact]
    public async Task Choose_a_person_signs_them_in_and_leads_back_to_the_page_asked_for()
    {
        await using var app = await ComityApp.StartAsync();
        var ada = await app.AddPersonAsync("Ada Marsh", "member", "Councillor for Elm ward");
        var visitor = app.NewVisitor();

        var list = await visitor.OpenAsync("/sign-out");
        list.Heading.ShouldBe("Become somebody");
        list.Text.ShouldContain("Councillors");
        list.Text.ShouldContain("Councillor for Elm ward");
        var answer = await visitor.SubmitAsync(list, "main form[method=post]", ("person", ada.ToString("N")));

        answer.Location.ShouldBe("/sign-out");
        (await visitor.GetAsync("/sign-out")).Heading.ShouldBe("Sign out");
    }

    [Fact]
    public async Task Search_finds_by_name_and_by_office_and_says_when_nobody_is_found()
    {
        await using var app = await ComityApp.StartAsync();
        await app.AddPersonAsync("Ada Marsh", "member", "Councillor for Elm ward");
        await app.AddPersonAsync("Ben Okoro", "officer", "Highways inspector");
        var visitor = app.NewVisitor();

        (await visitor.GetAsync("/demonstration?find=highways")).Text.ShouldContain("Ben Okoro");
        (await visitor.GetAsync("/demonstration?find=highways")).Text.ShouldNotContain("Ada Marsh");
        (await visitor.GetAsync("/demonstration?find=marsh")).Text.ShouldContain("Ada Marsh");
        (await visitor.GetAsync("/demonstration?find=zz")).Text.ShouldContain("Nobody is called that");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Choose_a_person_never_leads_to_another_site(string then)
    {
        await using var app = await ComityApp.StartAsync();
        var ada = await app.AddPersonAsync("Ada Marsh", "member");
        var visitor = app.NewVisitor();
        var list = await visitor.GetAsync($"/demonstration?then={Uri.EscapeDataString(then)}");

        var answer = await visitor.SubmitAsync(list, "main form[method=post]", ("person", ada.ToString("N")));

        answer.Location.ShouldBe("/");
    }

    [Fact]
    public async Task Sign_out_ends_the_session_and_clears_what_the_browser_kept()
    {
        await using var app = await ComityApp.StartAsync();
        var visitor = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));
        (await visitor.OpenAsync("/")).Document.QuerySelector("header a[href='/sign-out']").ShouldNotBeNull();

        var answer = await visitor.SubmitAsync(await visitor.GetAsync("/sign-out"), "main form");

        answer.Location.ShouldBe("/demonstration");
        answer.Response.Headers.GetValues("Clear-Site-Data").ShouldHaveSingleItem();
        (await visitor.GetAsync("/")).Location.ShouldBe("/demonstration");
    }

    [Fact]
    public async Task Ask_for_nobody_is_refused()
    {
        await using var app = await ComityApp.StartAsync();
        await app.AddPersonAsync("Ada Marsh", "member");
        var visitor = app.NewVisitor();
        var list = await visitor.GetAsync("/demonstration");

        var answer = await visitor.SubmitAsync(list, "main form[method=post]", ("person", Guid.CreateVersion7().ToString("N")));

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Come_from_another_machine_finds_no_demonstration()
    {
        await using var app = await ComityApp.StartAsync();
        await app.AddPersonAsync("Ada Marsh", "member");

        (await app.NewVisitor(remote: "192.0.2.7").GetAsync("/demonstration")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.NewVisitor(remote: "::ffff:192.0.2.7").GetAsync("/demonstration")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.NewVisitor(remote: "::1").GetAsync("/demonstration")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Come_through_a_proxy_on_this_machine_finds_no_demonstration(string header, string value)
    {
        await using var app = await ComityApp.StartAsync();
        var visitor = app.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add(header, value);

        (await visitor.GetAsync("/demonstration")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Carry_a_demonstration_session_to_another_machine_ends_it()
    {
        await using var app = await ComityApp.StartAsync();
        var visitor = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));
        (await visitor.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);

        visitor.Client.DefaultRequestHeaders.Add(ComityApp.RemoteHeader, "192.0.2.7");

        (await visitor.GetAsync("/")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Start_for_a_real_council_with_the_demonstration_on_is_refused()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, demonstration: true);

        var refusal = Should.Throw<SettingsException>(() => app.NewVisitor());

        refusal.Message.ShouldContain("is not a fictional council");
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;http://*:5081")]
    [InlineData("urls", "http://192.0.2.7:5080")]
    [InlineData("urls", "http://[::]:5080")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://+:5080")]
    public async Task Start_the_demonstration_where_others_can_reach_it_is_refused(string setting, string value)
    {
        await using var app = await ComityApp.StartAsync(settings: new() { [setting] = value });

        var refusal = Should.Throw<SettingsException>(() => app.NewVisitor());

        refusal.Message.ShouldContain("which other machines can reach");
    }

    [Theory]
    [InlineData("Comity:Address", "https://comity.example")]
    [InlineData("Comity:Proxies", "127.0.0.1")]
    public async Task Start_the_demonstration_behind_a_proxy_is_refused(string setting, string value)
    {
        await using var app = await ComityApp.StartAsync(settings: new() { [setting] = value });

        Should.Throw<SettingsException>(() => app.NewVisitor()).Message.ShouldContain("through a proxy");
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080;http://[::1]:5081")]
    public async Task Start_the_demonstration_on_this_machine_only_is_allowed(string urls)
    {
        await using var app = await ComityApp.StartAsync(settings: new() { ["urls"] = urls });

        (await app.NewVisitor().GetAsync("/demonstration")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Serve_a_council_without_the_setting_has_no_demonstration_even_when_it_is_fictional()
    {
        await using var app = await ComityApp.StartAsync(fictional: true, demonstration: false);

        var page = await app.NewVisitor().GetAsync("/demonstration");

        page.Location.ShouldBe("/sign-in?then=%2Fdemonstration");
    }
}
