using System.Net;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.SignIn;

public class PasskeyTests
{
    private const string Email = "ada.marsh@elmbrook.example";
    private const string Site = "https://comity.elmbrook.example";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Add_a_passkey_then_sign_in_with_it_alone(DatabaseKind kind)
    {
        await using var app = await StartAsync(kind);
        using var authenticator = new SoftwareAuthenticator(Site);
        var owner = await app.SignedInWithPasswordAsync(Email, Site);

        (await AddAsync(owner, authenticator)).Location.ShouldBe("/security");
        (await owner.GetAsync("/security")).Text.ShouldContain("Work phone Added on 2 April 2026");

        var visitor = app.NewVisitor(address: Site);
        (await SignInAsync(visitor, authenticator)).Location.ShouldBe("/");
        (await visitor.GetAsync("/security")).Status.ShouldBe(HttpStatusCode.OK);

        // The counter goes on from where it stood.
        (await SignInAsync(app.NewVisitor(address: Site), authenticator)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task Ask_for_the_question_names_no_account_and_no_passkey()
    {
        await using var app = await StartAsync();
        using var authenticator = new SoftwareAuthenticator(Site);
        await AddAsync(await app.SignedInWithPasswordAsync(Email, Site), authenticator);

        var question = await QuestionAsync(app.NewVisitor(address: Site));

        question.ShouldContain("\"rpId\":\"comity.elmbrook.example\"");
        question.ShouldContain("\"userVerification\":\"required\"");
        question.ShouldContain("\"allowCredentials\":[]");
    }

    [Fact]
    public async Task Ask_for_the_question_without_the_forms_token_is_refused()
    {
        await using var app = await StartAsync();

        var response = await app.NewVisitor(address: Site)
            .Client.PostAsync(new Uri("/sign-in?handler=PasskeyOptions", UriKind.Relative), new StringContent(""));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Headers.TryGetValues("Set-Cookie", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Answer_the_same_question_twice_works_once()
    {
        await using var app = await StartAsync();
        using var authenticator = new SoftwareAuthenticator(Site);
        await AddAsync(await app.SignedInWithPasswordAsync(Email, Site), authenticator);
        var visitor = app.NewVisitor(address: Site);
        var form = await visitor.GetAsync("/sign-in");
        var answer = authenticator.Answer(await QuestionAsync(visitor, form));

        (await visitor.SubmitAsync(form, "form[data-passkey]", ("Credential", answer))).Location.ShouldBe("/");

        var other = app.NewVisitor(address: Site);
        Refused(await other.SubmitAsync(await other.GetAsync("/sign-in"), "form[data-passkey]", ("Credential", answer)));
    }

    [Fact]
    public async Task Wait_five_minutes_ends_the_question()
    {
        await using var app = await StartAsync();
        using var authenticator = new SoftwareAuthenticator(Site);
        await AddAsync(await app.SignedInWithPasswordAsync(Email, Site), authenticator);
        var visitor = app.NewVisitor(address: Site);
        var form = await visitor.GetAsync("/sign-in");
        var answer = authenticator.Answer(await QuestionAsync(visitor, form));

        app.Clock.Advance(TimeSpan.FromMinutes(5));

        Refused(await visitor.SubmitAsync(form, "form[data-passkey]", ("Credential", answer)));
    }

    [Fact]
    public async Task Answer_from_another_site_is_refused()
    {
        await using var app = await StartAsync();
        using var authenticator = new SoftwareAuthenticator("https://comity.elmbrook.example.phish.example");
        var owner = await app.SignedInWithPasswordAsync(Email, Site);

        (await AddAsync(owner, authenticator)).ShouldHaveErrors("The passkey was not made. Try again");
    }

    [Fact]
    public async Task Answer_without_checking_the_owner_is_refused()
    {
        await using var app = await StartAsync();
        using var authenticator = new SoftwareAuthenticator(Site);
        await AddAsync(await app.SignedInWithPasswordAsync(Email, Site), authenticator);
        authenticator.ChecksOwner = false;

        Refused(await SignInAsync(app.NewVisitor(address: Site), authenticator));
    }

    [Fact]
    public async Task Answer_with_a_passkey_that_nobody_has_is_refused()
    {
        await using var app = await StartAsync();
        using var authenticator = new SoftwareAuthenticator(Site);

        Refused(await SignInAsync(app.NewVisitor(address: Site), authenticator));
    }

    [Fact]
    public async Task Add_a_passkey_with_a_wrong_password_adds_nothing()
    {
        await using var app = await StartAsync();
        using var authenticator = new SoftwareAuthenticator(Site);
        var owner = await app.SignedInWithPasswordAsync(Email, Site);

        (await AddAsync(owner, authenticator, password: "wrong wrong wrong")).ShouldHaveErrors("The password is wrong");

        await using var db = app.OpenDatabase();
        (await db.UserPasskeys.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Remove_a_passkey_ends_it_and_every_other_session()
    {
        await using var app = await StartAsync();
        using var authenticator = new SoftwareAuthenticator(Site);
        var owner = await app.SignedInWithPasswordAsync(Email, Site);
        await AddAsync(owner, authenticator);
        var elsewhere = app.NewVisitor(address: Site);
        await SignInAsync(elsewhere, authenticator);
        var remove = (await owner.GetAsync("/security")).Document.QuerySelector("a[href$=remove]")!.GetAttribute("href")!;

        var answer = await owner.SubmitAsync(await owner.GetAsync(remove), "main form", ("Password", ComityApp.Password));

        answer.Location.ShouldBe("/security");
        (await elsewhere.GetAsync("/security")).Status.ShouldBe(HttpStatusCode.Redirect);
        Refused(await SignInAsync(app.NewVisitor(address: Site), authenticator));
        (await owner.GetAsync(remove)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Remove_somebody_elses_passkey_finds_none()
    {
        await using var app = await StartAsync();
        using var authenticator = new SoftwareAuthenticator(Site);
        var owner = await app.SignedInWithPasswordAsync(Email, Site);
        await AddAsync(owner, authenticator);
        var remove = (await owner.GetAsync("/security")).Document.QuerySelector("a[href$=remove]")!.GetAttribute("href")!;
        await app.AddAccountAsync(await app.AddPersonAsync("Ben Okoro", "member"), "ben@elmbrook.example");

        var page = await (await app.SignedInWithPasswordAsync("ben@elmbrook.example", Site)).GetAsync(remove);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<ComityApp> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var app = await ComityApp.StartAsync(kind, fictional: false, settings: new() { ["Comity:Address"] = Site });
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), Email);
        return app;
    }

    private static async Task<Page> AddAsync(Visitor owner, SoftwareAuthenticator authenticator, string password = ComityApp.Password)
    {
        var form = await owner.GetAsync("/security/passkeys/add");
        var options = await owner.PostFormTokenAsync(form, "/security/passkeys/add?handler=Options");
        return await owner.SubmitAsync(
            form,
            "main form",
            ("Name", "Work phone"),
            ("Password", password),
            ("Credential", authenticator.Make(options))
        );
    }

    private static async Task<Page> SignInAsync(Visitor visitor, SoftwareAuthenticator authenticator)
    {
        var form = await visitor.GetAsync("/sign-in");
        return await visitor.SubmitAsync(
            form,
            "form[data-passkey]",
            ("Credential", authenticator.Answer(await QuestionAsync(visitor, form)))
        );
    }

    private static async Task<string> QuestionAsync(Visitor visitor, Page? form = null) =>
        await visitor.PostFormTokenAsync(form ?? await visitor.GetAsync("/sign-in"), "/sign-in?handler=PasskeyOptions");

    private static void Refused(Page page) => page.ShouldHaveErrors("That passkey did not work here. Try again, or use your password");
}
