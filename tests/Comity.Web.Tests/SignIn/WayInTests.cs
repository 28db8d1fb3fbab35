using System.Net;
using System.Text.RegularExpressions;
using Comity.Testing;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.SignIn;

public partial class WayInTests
{
    private const string Email = "ada.marsh@elmbrook.example";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Announce_for_a_clerk_without_an_account_makes_it_and_each_start_gives_another_link(DatabaseKind kind)
    {
        await using var app = await ComityApp.StartAsync(kind, fictional: false);
        var clerk = await app.AddPersonAsync("Ada Marsh", "clerk", email: Email);
        (await AnnounceAsync(app)).ShouldNotBeNull().ShouldContain("Comity:LinkFor");

        var first = await AnnounceAsync(app, linkFor: Email);
        var second = await AnnounceAsync(app);

        // What may lie about in an old log is worth nothing.
        (await app.NewVisitor().GetAsync(PathIn(first))).Heading.ShouldBe("The link no longer works");
        var visitor = app.NewVisitor();
        var form = await visitor.GetAsync(PathIn(second));
        form.Text.ShouldContain(Email);
        (await visitor.SubmitAsync(form, "form", ("Password", "green kettle orbit"))).Location.ShouldBe("/security");
        (await AnnounceAsync(app)).ShouldBeNull();
        await using var db = app.OpenDatabase();
        (await db.Users.SingleAsync()).PersonId.ShouldBe(clerk);
        (await db.RecordEntries.Select(entry => entry.Kind).ToListAsync()).ShouldContain("account-link-made");
    }

    [Fact]
    public async Task Announce_for_somebody_who_is_locked_out_gives_a_link_to_a_new_password()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "clerk", email: Email), Email);

        var visitor = app.NewVisitor();
        var form = await visitor.GetAsync(PathIn(await AnnounceAsync(app, linkFor: Email.ToUpperInvariant())));
        (await visitor.SubmitAsync(form, "form", ("Password", "green kettle orbit"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await app.NewVisitor().SignInAsync(Email, "green kettle orbit")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.NewVisitor().SignInAsync(Email, ComityApp.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Announce_for_somebody_who_has_no_account_and_keeps_nothing_keeps_the_service_from_starting()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        await app.AddPersonAsync("Ada Marsh", "member", email: Email);

        (await Should.ThrowAsync<SettingsException>(() => AnnounceAsync(app, linkFor: Email))).Message.ShouldContain(Email);
        await using var db = app.OpenDatabase();
        (await db.Users.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Announce_in_a_demonstration_gives_no_link()
    {
        await using var app = await ComityApp.StartAsync();
        await app.AddPersonAsync("Ada Marsh", "clerk", email: Email);

        (await AnnounceAsync(app, linkFor: Email)).ShouldBeNull();
    }

    private static async Task<string?> AnnounceAsync(ComityApp app, string? linkFor = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<Settings>() with { LinkFor = linkFor };
        return await ActivatorUtilities.CreateInstance<WayIn>(scope.ServiceProvider, settings).AnnounceAsync();
    }

    private static string PathIn(string? announced) => new Uri(Link().Match(announced ?? "").Value).PathAndQuery;

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Link();
}
