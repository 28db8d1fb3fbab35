using System.Net;
using System.Text.RegularExpressions;
using Comity.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.SignIn;

public partial class ForgottenPasswordTests
{
    private const string Email = "ada.marsh@elmbrook.example";

    private static readonly Dictionary<string, string?> Mailed = new()
    {
        ["Comity:Mail:Host"] = "127.0.0.1",
        ["Comity:Mail:Port"] = "9",
        ["Comity:Mail:From"] = "comity@elmbrook.example",
        ["Comity:Address"] = "https://comity.elmbrook.example",
    };

    private const string Site = "https://comity.elmbrook.example";

    [Fact]
    public async Task Ask_for_a_link_answers_the_same_for_a_name_that_nobody_has_and_sends_to_the_one_that_somebody_has()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, settings: Mailed);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member", email: Email), Email);

        var known = await AskAsync(app, Email);
        var unknown = await AskAsync(app, "nobody@elmbrook.example");
        await app.SettledAsync();

        known.Location.ShouldBe("/sign-in/forgotten?sent=True");
        unknown.Location.ShouldBe(known.Location);
        unknown.Html.ShouldBe(known.Html);
        await using var db = app.OpenDatabase();
        var letter = await db.Outbox.SingleAsync();
        letter.ToAddress.ShouldBe(Email);
        letter.Body.ShouldContain($"{Site}/choose-password?code=");
    }

    [Fact]
    public async Task Use_the_link_sets_the_password_ends_sessions_and_still_asks_for_the_second_factor()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, settings: Mailed);
        var account = await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member", email: Email), Email);
        var before = await app.SignedInWithPasswordAsync(Email, Site);
        await using (var db = app.OpenDatabase())
        {
            await db
                .Users.Where(known => known.Id == account.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.TwoFactorEnabled, true));
        }

        await AskAsync(app, Email);
        await app.SettledAsync();
        var link = await LinkAsync(app);
        var visitor = app.NewVisitor(address: Site);
        var answer = await visitor.SubmitAsync(await visitor.GetAsync(link), "form", ("Password", "green kettle orbit"));

        answer.Location.ShouldBe("/sign-in?changed=True");
        (await visitor.GetAsync(answer.Location!)).Text.ShouldContain("Your password has been changed");
        (await before.GetAsync("/security")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.SignInAsync(Email, ComityApp.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.SignInAsync(Email, "green kettle orbit")).Location.ShouldBe("/sign-in/code");
        (await visitor.GetAsync(link)).Heading.ShouldBe("The link no longer works");
        await using var after = app.OpenDatabase();
        (await after.Outbox.OrderBy(mail => mail.Id).Select(mail => mail.Subject).ToListAsync()).ShouldContain("Your account was changed");
    }

    [Fact]
    public async Task Wait_an_hour_ends_the_link()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, settings: Mailed);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member", email: Email), Email);
        await AskAsync(app, Email);
        await app.SettledAsync();
        var link = await LinkAsync(app);

        app.Clock.Advance(OneTimeLinks.ForgottenLasts);

        (await app.NewVisitor(address: Site).GetAsync(link)).Heading.ShouldBe("The link no longer works");
    }

    [Fact]
    public async Task Ask_over_and_over_is_refused_and_does_not_keep_the_owner_from_signing_in()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, settings: Mailed);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member", email: Email), Email);
        for (var i = 0; i < AttemptLimits.PerName; i++)
        {
            await AskAsync(app, Email);
        }

        (await AskAsync(app, Email)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        await app.SignedInWithPasswordAsync(Email, Site);
    }

    [Fact]
    public async Task Ask_where_no_mail_is_set_up_names_the_clerk()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);

        var page = await app.NewVisitor().GetAsync("/sign-in/forgotten");

        page.Heading.ShouldBe("Ask the clerk");
        page.Document.QuerySelector("main form").ShouldBeNull();
    }

    private static async Task<Page> AskAsync(ComityApp app, string email)
    {
        var visitor = app.NewVisitor(address: Site);
        return await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/forgotten"), "main form", ("Email", email));
    }

    private static async Task<string> LinkAsync(ComityApp app)
    {
        await using var db = app.OpenDatabase();
        return new Uri(Link().Match((await db.Outbox.OrderBy(mail => mail.Id).FirstAsync()).Body).Value).PathAndQuery;
    }

    [GeneratedRegex(@"https://\S+/choose-password\?code=[\w-]+")]
    private static partial Regex Link();
}
