using System.Net;
using System.Text;
using Comity.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.SignIn;

public class SecondFactorTests
{
    private const string Email = "ada.marsh@elmbrook.example";

    [Fact]
    public async Task Set_the_app_up_then_sign_in_asks_for_its_code_and_takes_each_code_once()
    {
        await using var app = await StartAsync();
        var (secret, codes) = await SetUpAsync(app);
        codes.Count.ShouldBe(SecondFactor.Codes);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Totp.CodeAt(secret, Totp.StepAt(app.Clock.GetUtcNow()));

        var first = app.NewVisitor();
        (await first.SignInAsync(Email, ComityApp.Password)).Location.ShouldBe("/sign-in/code");
        (await first.GetAsync("/security")).Location.ShouldBe("/sign-in?then=%2Fsecurity");
        (await first.SubmitAsync(await first.GetAsync("/sign-in/code"), "main form", ("Code", "000000"))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await first.SubmitAsync(await first.GetAsync("/sign-in/code"), "main form", ("Code", code))).Location.ShouldBe("/");
        (await first.GetAsync("/security")).Text.ShouldContain("Authenticator app On");

        var second = app.NewVisitor();
        await second.SignInAsync(Email, ComityApp.Password);
        var again = await second.SubmitAsync(await second.GetAsync("/sign-in/code"), "main form", ("Code", code));
        again.ShouldHaveErrors("The code is wrong, or it has been used. Enter the one that the app shows now");
    }

    [Fact]
    public async Task Use_a_recovery_code_signs_in_once()
    {
        await using var app = await StartAsync();
        var (_, codes) = await SetUpAsync(app);

        var visitor = app.NewVisitor();
        await visitor.SignInAsync(Email, ComityApp.Password);
        var typed = codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal);
        (await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/recovery-code"), "main form", ("Code", typed))).Location.ShouldBe("/");
        (await visitor.GetAsync("/security")).Text.ShouldContain("9 left");

        var other = app.NewVisitor();
        await other.SignInAsync(Email, ComityApp.Password);
        var again = await other.SubmitAsync(await other.GetAsync("/sign-in/recovery-code"), "main form", ("Code", codes[3]));
        again.ShouldHaveErrors("The code is wrong, or it has been used");
    }

    [Fact]
    public async Task Come_to_the_code_without_the_password_leads_back_to_the_start()
    {
        await using var app = await StartAsync();

        (await app.NewVisitor().GetAsync("/sign-in/code")).Location.ShouldBe("/sign-in");
        (await app.NewVisitor().GetAsync("/sign-in/recovery-code")).Location.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Wait_between_password_and_code_leads_back_to_the_start()
    {
        await using var app = await StartAsync();
        await SetUpAsync(app);
        var visitor = app.NewVisitor();
        await visitor.SignInAsync(Email, ComityApp.Password);

        app.Clock.Advance(SecondStep.Lasts + TimeSpan.FromSeconds(1));

        (await visitor.GetAsync("/sign-in/code")).Location.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Guess_codes_is_refused_after_a_few_and_the_right_one_is_then_too()
    {
        await using var app = await StartAsync();
        var (secret, _) = await SetUpAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        var visitor = app.NewVisitor();
        await visitor.SignInAsync(Email, ComityApp.Password);
        var form = await visitor.GetAsync("/sign-in/code");
        Page page = form;
        for (var i = 0; i < AttemptLimits.PerName; i++)
        {
            page = await visitor.SubmitAsync(form, "main form", ("Code", "000000"));
        }

        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        var right = Totp.CodeAt(secret, Totp.StepAt(app.Clock.GetUtcNow()));
        (await visitor.SubmitAsync(form, "main form", ("Code", right))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Set_the_app_up_with_a_wrong_code_or_password_turns_nothing_on_and_keeps_the_key()
    {
        await using var app = await StartAsync();
        var visitor = await app.SignedInWithPasswordAsync(Email);
        var form = await visitor.GetAsync("/security/authenticator");
        var key = form.Document.QuerySelector(".comity-secret")!.TextContent;

        var page = await visitor.SubmitAsync(form, "main form", ("Code", "000000"), ("Password", "wrong wrong wrong"));

        page.ShouldHaveErrors(
            "The code is wrong. Check the time on your phone and enter the code that the app shows now",
            "The password is wrong"
        );
        page.Document.QuerySelector(".comity-secret")!.TextContent.ShouldBe(key);
        (await visitor.GetAsync("/security")).Text.ShouldContain("Authenticator app Off");
    }

    [Fact]
    public async Task Right_code_with_a_wrong_password_turns_nothing_on()
    {
        await using var app = await StartAsync();
        var visitor = await app.SignedInWithPasswordAsync(Email);
        var form = await visitor.GetAsync("/security/authenticator");
        var secret = FromBase32(form.Document.QuerySelector(".comity-secret")!.TextContent);

        var page = await visitor.SubmitAsync(
            form,
            "main form",
            ("Code", Totp.CodeAt(secret, Totp.StepAt(app.Clock.GetUtcNow()))),
            ("Password", "wrong wrong wrong")
        );

        page.ShouldHaveErrors("The password is wrong");
        await using var db = app.OpenDatabase();
        (await db.UserTokens.CountAsync()).ShouldBe(0);
        (await db.Users.SingleAsync()).TwoFactorEnabled.ShouldBeFalse();
    }

    [Fact]
    public async Task Turn_the_app_off_asks_for_the_password()
    {
        await using var app = await StartAsync();
        var visitor = await app.SignedInWithPasswordAsync(Email);
        await SetUpAsync(app, visitor);
        var form = await visitor.GetAsync("/security/authenticator");

        (await visitor.SubmitAsync(form, "main form", ("Password", "wrong wrong wrong"))).ShouldHaveErrors("The password is wrong");

        // The wrong one is counted in the account after the answer; a change of the account in that moment would be told that it had changed.
        await app.SettledAsync();
        (await visitor.SubmitAsync(form, "main form", ("Password", ComityApp.Password))).Location.ShouldBe("/security");

        (await app.NewVisitor().SignInAsync(Email, ComityApp.Password)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task Make_new_recovery_codes_ends_the_old_ones()
    {
        await using var app = await StartAsync();
        var visitor = await app.SignedInWithPasswordAsync(Email);
        var (_, old) = await SetUpAsync(app, visitor);

        await visitor.SubmitAsync(await visitor.GetAsync("/security/recovery-codes"), "main form", ("Password", ComityApp.Password));
        var fresh = CodesOn(await visitor.GetAsync("/security/recovery-codes"));

        fresh.Count.ShouldBe(SecondFactor.Codes);
        fresh.Intersect(old).ShouldBeEmpty();
        CodesOn(await visitor.GetAsync("/security/recovery-codes")).ShouldBeEmpty();
        var other = app.NewVisitor();
        await other.SignInAsync(Email, ComityApp.Password);
        (await other.SubmitAsync(await other.GetAsync("/sign-in/recovery-code"), "main form", ("Code", old[0]))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task Read_the_database_finds_neither_the_apps_secret_nor_a_recovery_code()
    {
        await using var app = await StartAsync();
        var (secret, codes) = await SetUpAsync(app);

        await using var db = app.OpenDatabase();
        var values = await db.UserTokens.Select(token => token.Value!).ToListAsync();

        values.Count.ShouldBe(3);
        foreach (var form in new[] { Totp.ToBase32(secret), Convert.ToBase64String(secret), Convert.ToHexString(secret), codes[0] })
        {
            values.ShouldNotContain(value => value.Contains(form, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task<ComityApp> StartAsync()
    {
        var app = await ComityApp.StartAsync(fictional: false);
        await app.AddAccountAsync(await app.AddPersonAsync("Ada Marsh", "member"), Email);
        return app;
    }

    private static async Task<(byte[] Secret, IReadOnlyList<string> Codes)> SetUpAsync(ComityApp app, Visitor? visitor = null)
    {
        visitor ??= await app.SignedInWithPasswordAsync(Email);
        var form = await visitor.GetAsync("/security/authenticator");
        var secret = FromBase32(form.Document.QuerySelector(".comity-secret")!.TextContent);
        var code = Totp.CodeAt(secret, Totp.StepAt(app.Clock.GetUtcNow()));
        var answer = await visitor.SubmitAsync(form, "main form", ("Code", code), ("Password", ComityApp.Password));
        answer.Location.ShouldBe("/security/recovery-codes");
        return (secret, CodesOn(await visitor.GetAsync("/security/recovery-codes")));
    }

    private static List<string> CodesOn(Page page) =>
        [.. page.Document.QuerySelectorAll("ul.comity-secret li").Select(item => item.TextContent.Trim())];

    private static byte[] FromBase32(string text)
    {
        var bits = new StringBuilder();
        foreach (var letter in text.Where(char.IsLetterOrDigit))
        {
            bits.Append(Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0'));
        }

        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.ToString(i * 8, 8), 2))];
    }
}
