using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;

namespace Comity.Browser.Tests.Journeys;

/// <summary>Signing in to a real council, where nobody becomes anybody by one click.</summary>
public class AccountJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task Add_a_passkey_and_sign_in_with_it_and_nothing_else()
    {
        await using var site = await Site.StartAsync(fictional: false);
        await Stages.AddAccountAsync(site, site.People.Clerk, Stages.Email);
        await using var clerk = await Visit.StartAsync(chromium, site);
        var page = clerk.Page;
        await AddAuthenticatorAsync(clerk);
        await GivePasswordAsync(clerk);

        await clerk.GoAsync("/security/passkeys/add");
        await page.GetByLabel("A name for it").FillAsync("Work phone");
        await page.GetByLabel("Your password", new() { Exact = true }).FillAsync(Stages.Password);
        await clerk.PressAsync("Add a passkey");
        await clerk.HeadingAsync("How you sign in");
        await clerk.SeesAsync("Work phone");
        await clerk.LooksRightAsync();
        await page.Locator("a[href$='/remove']").ClickAsync();
        await clerk.HeadingAsync("Remove “Work phone”");
        await clerk.LooksRightAsync();

        await clerk.ClickLinkAsync("Sign out");
        await clerk.PressAsync("Sign out");
        await clerk.HeadingAsync("You have signed out");
        await clerk.GoAsync("/sign-in");
        await clerk.PressAsync("Sign in with a passkey");
        await Assertions.Expect(page.Locator(".comity-header__person")).ToContainTextAsync("Ira Clerk");
        clerk.ShouldHaveKeptToItself();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Set_an_authenticator_app_up_and_sign_in_with_its_code(bool javaScript)
    {
        await using var site = await Site.StartAsync(fictional: false);
        await Stages.AddAccountAsync(site, site.People.Clerk, Stages.Email);
        await using var clerk = await Visit.StartAsync(chromium, site, javaScript);
        var page = clerk.Page;
        await GivePasswordAsync(clerk);
        await clerk.GoAsync("/security/authenticator");
        var key = (await page.Locator("p.comity-secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.GetByLabel("The code that the app shows now").FillAsync(CodeAt(key, site.Clock.GetUtcNow()));
        await page.GetByLabel("Your password", new() { Exact = true }).FillAsync(Stages.Password);
        await clerk.PressAsync("Turn it on");
        await clerk.HeadingAsync("recovery codes");
        await clerk.LooksRightAsync();
        await page.Locator("main a[href='/security']").Last.ClickAsync();
        await clerk.HeadingAsync("How you sign in");
        await clerk.ClickLinkAsync("Sign out");
        await clerk.PressAsync("Sign out");
        await clerk.HeadingAsync("You have signed out");

        // A code that was used does not count again.
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await FillPasswordAsync(clerk);
        await clerk.HeadingAsync("Enter the code");
        await clerk.LooksRightAsync();
        await clerk.ClickLinkAsync("I do not have the app with me");
        await clerk.HeadingAsync("Enter a recovery code");
        await clerk.LooksRightAsync();
        await page.GoBackAsync();
        await page.GetByLabel("Enter the code").FillAsync(CodeAt(key, site.Clock.GetUtcNow()));
        await clerk.PressAsync("Sign in");
        await Assertions.Expect(page.Locator(".comity-header__person")).ToContainTextAsync("Ira Clerk");
        clerk.ShouldHaveKeptToItself();
    }

    private static async Task GivePasswordAsync(Visit visit)
    {
        await FillPasswordAsync(visit);
        await Assertions.Expect(visit.Page.Locator(".comity-header__person")).ToContainTextAsync("Ira Clerk");
    }

    private static async Task FillPasswordAsync(Visit visit)
    {
        await visit.GoAsync("/sign-in");
        await visit.Page.GetByLabel("Email address").FillAsync(Stages.Email);
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Stages.Password);
        await visit.PressAsync("Sign in");
    }

    /// <summary>A key of the device itself that always finds its owner there (Web Authentication level 3, section 11).</summary>
    private static async Task AddAuthenticatorAsync(Visit visit)
    {
        var session = await visit.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }

    /// <summary>What the app in the clerk's pocket shows: RFC 6238, reckoned here and not by the service.</summary>
    private static string CodeAt(string base32, DateTimeOffset now)
    {
        var bits = string.Concat(
            base32.Select(letter =>
                Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')
            )
        );
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 4226 lays SHA-1 down.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
