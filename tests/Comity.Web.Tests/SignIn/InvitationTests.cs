using System.Net;
using System.Text.RegularExpressions;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.SignIn;

public partial class InvitationTests
{
    private const string Email = "ada.marsh@elmbrook.example";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Invite_somebody_without_mail_shows_the_clerk_a_link_that_opens_the_account_once(DatabaseKind kind)
    {
        await using var app = await ComityApp.StartAsync(kind, fictional: false);
        var clerk = await ClerkAsync(app);
        var ada = await app.AddPersonAsync("Ada Marsh", "member", email: Email);

        var shown = await InviteAsync(clerk, ada);
        var link = Link().Match(shown.Html).Value;
        link.ShouldStartWith("http://localhost/choose-password?code=");
        var visitor = app.NewVisitor();
        var form = await visitor.GetAsync(new Uri(link).PathAndQuery);
        form.Text.ShouldContain(Email);
        var answer = await visitor.SubmitAsync(form, "form", ("Password", "green kettle orbit"));

        answer.Location.ShouldBe("/security");
        (await visitor.GetAsync("/security")).Text.ShouldContain(Email);
        (await app.NewVisitor().GetAsync(new Uri(link).PathAndQuery)).Heading.ShouldBe("The link no longer works");
        (await app.NewVisitor().SignInAsync(Email, "green kettle orbit")).Status.ShouldBe(HttpStatusCode.Redirect);
        await using var db = app.OpenDatabase();
        (await db.RecordEntries.Select(entry => entry.Kind).ToListAsync()).ShouldContain("account-invited");
    }

    [Fact]
    public async Task Invite_somebody_with_mail_sends_the_link_and_shows_it_to_nobody()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, settings: Mailed());
        var clerk = await ClerkAsync(app);
        var ada = await app.AddPersonAsync("Ada Marsh", "member", email: Email);

        var answer = await InviteAsync(clerk, ada);

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        await using var db = app.OpenDatabase();
        var letter = await db.Outbox.SingleAsync(mail => mail.ToPersonId == ada);
        letter.ToAddress.ShouldBe(Email);
        var link = new Uri(Link().Match(letter.Body).Value);
        (await app.NewVisitor().GetAsync(link.PathAndQuery)).Heading.ShouldBe("Choose your password");
    }

    [Fact]
    public async Task Invite_again_ends_the_first_link()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var clerk = await ClerkAsync(app);
        var ada = await app.AddPersonAsync("Ada Marsh", "member", email: Email);

        var first = new Uri(Link().Match((await InviteAsync(clerk, ada)).Html).Value);
        var second = new Uri(Link().Match((await InviteAsync(clerk, ada)).Html).Value);

        (await app.NewVisitor().GetAsync(first.PathAndQuery)).Heading.ShouldBe("The link no longer works");
        (await app.NewVisitor().GetAsync(second.PathAndQuery)).Heading.ShouldBe("Choose your password");
    }

    [Fact]
    public async Task Wait_a_week_ends_the_link()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var clerk = await ClerkAsync(app);
        var ada = await app.AddPersonAsync("Ada Marsh", "member", email: Email);
        var link = new Uri(Link().Match((await InviteAsync(clerk, ada)).Html).Value);

        app.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        (await app.NewVisitor().GetAsync(link.PathAndQuery)).Heading.ShouldBe("Choose your password");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.NewVisitor().GetAsync(link.PathAndQuery)).Heading.ShouldBe("The link no longer works");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("!!!")]
    public async Task Make_a_link_up_opens_nothing(string code)
    {
        await using var app = await ComityApp.StartAsync(fictional: false);

        var page = await app.NewVisitor().GetAsync($"/choose-password?code={Uri.EscapeDataString(code)}");

        page.Heading.ShouldBe("The link no longer works");
    }

    [Theory]
    [InlineData("", "Enter a password")]
    [InlineData("too short", "The password must have 12 characters or more. Three words that do not belong together are easy to remember")]
    [InlineData("passwordpassword", "The password is one that people who break in try first. Choose another")]
    public async Task Choose_a_weak_password_is_refused_and_leaves_the_link_good(string password, string message)
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var clerk = await ClerkAsync(app);
        var ada = await app.AddPersonAsync("Ada Marsh", "member", email: Email);
        var link = new Uri(Link().Match((await InviteAsync(clerk, ada)).Html).Value);
        var visitor = app.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync(link.PathAndQuery), "form", ("Password", password));

        page.ShouldHaveErrors(message);
        (await visitor.SubmitAsync(page, "form", ("Password", "green kettle orbit"))).Location.ShouldBe("/security");
    }

    [Fact]
    public async Task Invite_somebody_without_an_address_is_refused_in_words()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var clerk = await ClerkAsync(app);
        var ada = await app.AddPersonAsync("Ada Marsh", "member");

        (await InviteAsync(clerk, ada)).ShouldHaveErrors("Ada Marsh has no email address. Give one first");
    }

    [Fact]
    public async Task Invite_to_an_address_that_another_account_has_is_refused()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var clerk = await ClerkAsync(app);
        var ada = await app.AddPersonAsync("Ada Marsh", "member", email: "Clerk@elmbrook.example");

        (await InviteAsync(clerk, ada)).ShouldHaveErrors("Somebody else’s account has the address Clerk@elmbrook.example");
    }

    [Theory]
    [InlineData("/accounts")]
    [InlineData("/accounts/{0}")]
    public async Task Ask_for_accounts_as_somebody_else_is_refused(string address)
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var ben = await app.AddPersonAsync("Ben Okoro", "officer");
        await app.AddAccountAsync(ben, "ben@elmbrook.example");
        var visitor = await app.SignedInWithPasswordAsync("ben@elmbrook.example");

        var page = await visitor.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, ben));

        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Heading.ShouldBe("You cannot do this");
    }

    [Fact]
    public async Task Post_an_invitation_as_somebody_else_is_refused_and_changes_nothing()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var ben = await app.AddPersonAsync("Ben Okoro", "officer", email: "ben@elmbrook.example");
        await app.AddAccountAsync(ben, "ben@elmbrook.example");
        var ada = await app.AddPersonAsync("Ada Marsh", "member", email: Email);
        var visitor = await app.SignedInWithPasswordAsync("ben@elmbrook.example");
        var token = (await visitor.GetAsync("/security"))
            .Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

        foreach (var handler in new[] { "Invite", "NewLink", "Close" })
        {
            var response = await visitor.Client.PostAsync(
                new Uri($"/accounts/{(handler == "Invite" ? ada : ben):N}?handler={handler}", UriKind.Relative),
                new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)])
            );
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, handler);
        }

        await using var db = app.OpenDatabase();
        (await db.Users.CountAsync()).ShouldBe(1);
        (await db.Users.SingleAsync()).ClosedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Close_an_account_signs_its_owner_out_at_once_and_an_invitation_opens_it_bare()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var clerk = await ClerkAsync(app);
        var ada = await app.AddPersonAsync("Ada Marsh", "member", email: Email);
        await app.AddAccountAsync(ada, Email);
        var visitor = await app.SignedInWithPasswordAsync(Email);
        (await visitor.GetAsync("/security")).Status.ShouldBe(HttpStatusCode.OK);

        var page = await clerk.GetAsync($"/accounts/{ada:N}");
        (await clerk.SubmitAsync(page, "form[action*=Close]")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await visitor.GetAsync("/security")).Location.ShouldBe("/sign-in?then=%2Fsecurity");
        (await app.NewVisitor().SignInAsync(Email, ComityApp.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await clerk.GetAsync("/accounts?find=marsh")).Text.ShouldContain("Closed");
        (await InviteAsync(clerk, ada)).Text.ShouldContain("Give this link to Ada Marsh");
        (await app.NewVisitor().SignInAsync(Email, ComityApp.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Dictionary<string, string?> Mailed() =>
        new()
        {
            ["Comity:Mail:Host"] = "127.0.0.1",
            ["Comity:Mail:Port"] = "9",
            ["Comity:Mail:From"] = "comity@elmbrook.example",
        };

    private static async Task<Visitor> ClerkAsync(ComityApp app)
    {
        await app.AddAccountAsync(
            await app.AddPersonAsync("Cat Hume", "clerk", email: "cat.hume@elmbrook.example"),
            "clerk@elmbrook.example"
        );
        return await app.SignedInWithPasswordAsync("clerk@elmbrook.example");
    }

    private static async Task<Page> InviteAsync(Visitor clerk, Guid person) =>
        await clerk.SubmitAsync(await clerk.GetAsync($"/accounts/{person:N}"), "form[action*=Invite]");

    [GeneratedRegex(@"http://localhost/choose-password\?code=[\w-]+")]
    private static partial Regex Link();
}
