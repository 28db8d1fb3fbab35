using System.Net;
using Comity.Testing;
using Comity.Web.Pages.SignIn;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Comity.Web.Tests.SignIn;

public class PasswordSignInTests
{
    private const string Email = "ada.marsh@elmbrook.example";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Sign_in_with_the_password_leads_to_the_page_asked_for(DatabaseKind kind)
    {
        await using var app = await ComityApp.StartAsync(kind, fictional: false);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), Email);
        var visitor = app.NewVisitor();

        var form = await visitor.OpenAsync("/sign-out");
        form.Heading.ShouldBe("Sign in");
        var answer = await visitor.SubmitAsync(
            form,
            "form:not([data-passkey])[method=post]",
            ("Email", " ADA.marsh@elmbrook.example "),
            ("Password", ComityApp.Password)
        );

        answer.Location.ShouldBe("/sign-out");
        (await visitor.GetAsync("/sign-out")).Html.ShouldContain("Ada Marsh");
    }

    [Fact]
    public async Task Send_an_empty_form_names_both_fields_in_their_order()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);

        var page = await app.NewVisitor().SignInAsync("", "");

        page.ShouldHaveErrors("Enter your email address", "Enter your password");
        page.ErrorOf("Email").ShouldBe("Enter your email address");
    }

    [Fact]
    public async Task Be_wrong_gives_the_same_page_for_an_unknown_account_a_wrong_password_a_closed_and_a_locked_account()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), Email);
        var closed = await app.AddAccountAsync(await app.AddPersonAsync("Ben Okoro", "member"), "ben.okoro@elmbrook.example");
        var locked = await app.AddAccountAsync(await app.AddPersonAsync("Cat Hume", "member"), "cat.hume@elmbrook.example");
        await using (var db = app.OpenDatabase())
        {
            await db
                .Users.Where(account => account.Id == closed.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.ClosedAt, app.Clock.Now));
            DateTimeOffset? end = app.Clock.GetUtcNow().AddMinutes(5);
            await db
                .Users.Where(account => account.Id == locked.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, end));
        }

        var pages = new[]
        {
            await app.NewVisitor().SignInAsync("nobody@elmbrook.example", "wrong wrong wrong"),
            await app.NewVisitor().SignInAsync(Email, "wrong wrong wrong"),
            await app.NewVisitor().SignInAsync("ben.okoro@elmbrook.example", ComityApp.Password),
            await app.NewVisitor().SignInAsync("cat.hume@elmbrook.example", ComityApp.Password),
        };

        foreach (var page in pages)
        {
            page.ShouldHaveErrors(IndexModel.Wrong);
            Anonymous(page).ShouldBe(Anonymous(pages[0]));
        }
    }

    [Fact]
    public async Task Try_too_often_is_refused_at_the_same_try_for_a_name_that_nobody_has()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), Email);
        foreach (var name in new[] { Email, "nobody@elmbrook.example" })
        {
            for (var i = 0; i < AttemptLimits.PerName; i++)
            {
                (await app.NewVisitor().SignInAsync(name, "wrong wrong wrong")).Status.ShouldBe(HttpStatusCode.BadRequest);
            }

            var page = await app.NewVisitor().SignInAsync(name, ComityApp.Password);

            page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
            page.Errors.ShouldBe([IndexModel.TooMany]);
        }

        app.Clock.Advance(AttemptLimits.Window);
        (await app.NewVisitor().SignInAsync(Email, ComityApp.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Try_many_names_from_one_address_is_refused_there_and_not_elsewhere()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), Email);
        var attacker = app.NewVisitor(remote: "2001:db8:1:2::7");
        for (var i = 0; i < AttemptLimits.PerAddress; i++)
        {
            await attacker.SignInAsync($"name{i}@elmbrook.example", "x");
        }

        (await attacker.SignInAsync(Email, ComityApp.Password)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await app.NewVisitor(remote: "2001:db8:1:2::8").SignInAsync(Email, ComityApp.Password)).Status.ShouldBe(
            HttpStatusCode.TooManyRequests
        );
        (await app.NewVisitor(remote: "2001:db8:1:3::7").SignInAsync(Email, ComityApp.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Fail_ten_times_locks_the_account_itself_for_a_quarter_of_an_hour()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var account = await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), Email);
        for (var i = 0; i < 10; i++)
        {
            await app.NewVisitor().SignInAsync(Email, "wrong wrong wrong");
        }

        await app.SettledAsync();

        await using var db = app.OpenDatabase();
        var locked = await db.Users.SingleAsync(known => known.Id == account.Id);
        locked.LockoutEnd.ShouldBe(app.Clock.GetUtcNow().AddMinutes(15));
    }

    [Fact]
    public async Task Sign_in_forgets_the_failures_before_it()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var account = await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), Email);
        for (var i = 0; i < 3; i++)
        {
            await app.NewVisitor().SignInAsync(Email, "wrong wrong wrong");
        }

        await app.SettledAsync();
        await using var db = app.OpenDatabase();
        (await db.Users.AsNoTracking().SingleAsync(known => known.Id == account.Id)).AccessFailedCount.ShouldBe(3);
        await app.SignedInWithPasswordAsync(Email);

        (await db.Users.AsNoTracking().SingleAsync(known => known.Id == account.Id)).AccessFailedCount.ShouldBe(0);
    }

    [Fact]
    public async Task Leave_a_session_alone_for_two_hours_ends_it_and_using_it_does_not_make_it_last_a_day()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), Email);
        var idle = await app.SignedInWithPasswordAsync(Email);
        var busy = await app.SignedInWithPasswordAsync(Email);

        for (var hours = 0; hours < 11; hours++)
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
            (await busy.GetAsync("/security")).Status.ShouldBe(HttpStatusCode.OK, $"after {hours + 1} hours");
        }

        (await idle.GetAsync("/")).Location.ShouldBe("/sign-in");
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await busy.GetAsync("/")).Location.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Never_log_what_was_typed()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), Email);

        await app.NewVisitor().SignInAsync(Email, "my secret typed wrong");
        await app.SignedInWithPasswordAsync(Email);
        await app.SettledAsync();

        app.Log.Lines.ShouldNotContain(line =>
            line.Contains("my secret typed wrong") || line.Contains(ComityApp.Password) || line.Contains(Email)
        );
    }

    [Fact]
    public async Task Set_a_password_costs_whoever_steals_the_hash_what_owasp_asks_for()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        app.NewVisitor();
        var options = new PasswordHasherOptions();
        foreach (var configure in app.Services.GetServices<IConfigureOptions<PasswordHasherOptions>>())
        {
            configure.Configure(options);
        }

        options.CompatibilityMode.ShouldBe(PasswordHasherCompatibilityMode.IdentityV3);
        options.IterationCount.ShouldBeGreaterThanOrEqualTo(210_000);
    }

    /// <summary>The page without what differs on every page: the form's token, and what the person typed.</summary>
    private static string Anonymous(Page page)
    {
        foreach (var input in page.Document.QuerySelectorAll("input[name=__RequestVerificationToken], input[name=Email]"))
        {
            input.RemoveAttribute("value");
        }

        return page.Document.DocumentElement.OuterHtml;
    }
}
