using Comity.Testing;
using Microsoft.Playwright;

namespace Comity.Browser.Tests.Screens;

/// <summary>
/// The pictures of the README, from the demonstration council: <c>dotnet run --project tests/Comity.Browser.Tests -- --explicit only</c>.
/// </summary>
public class ScreenTests(Chromium chromium)
{
    private const string Subject = "Street light out in Mill Lane";

    [Fact(Explicit = true)]
    public async Task Draw_the_screens_of_the_readme()
    {
        await using var site = await Site.StartDemonstrationAsync();
        await using var member = await Visit.StartAsync(chromium, site);
        var page = member.Page;
        await member.GoAsync("/demonstration");
        await ShootAsync(member, "become-somebody");
        await page.Locator("button[name=person]", new() { HasText = "Councillor" })
            .Or(page.Locator("h2", new() { HasText = "Councillors" }).Locator("+ ul button[name=person]"))
            .First.ClickAsync();
        await member.GoAsync("/ask");
        await page.Locator("input[name=Kind]").First.CheckAsync();
        await member.PressAsync("Continue");
        await member.HeadingAsync("What the protocol says");
        await ShootAsync(member, "what-the-protocol-says");
        await member.PressAsync("Continue");
        await page.GetByLabel("Subject").FillAsync(Subject);
        await page.GetByLabel("What do you want to know or have done?")
            .FillAsync(
                "The light outside the school has been out since Monday. Parents walk there before it is light. When will it be mended?"
            );
        var service = await page.Locator("#ServiceAreaId option", new() { HasText = "light" }).First.GetAttributeAsync("value");
        await page.Locator("#ServiceAreaId").SelectOptionAsync(service!);
        await page.GetByLabel("For my ward or a resident").CheckAsync();
        await member.PressAsync("Continue");
        await page.Locator("#For").CheckAsync();
        await member.PressAsync("Continue");
        await member.HeadingAsync("Check before you send");
        var officerName = await page.Locator(".govuk-body-l strong").First.InnerTextAsync();
        await member.PressAsync("Send it");
        await member.HeadingAsync(Subject);
        var enquiry = new Uri(page.Url).AbsolutePath;
        await page.ReloadAsync();
        await page.GetByText("How is this date worked out?").ClickAsync();
        await ShootAsync(member, "due-with-its-working");

        await using var officer = await Visit.AsAsync(chromium, site, officerName);
        await officer.GoAsync("/what-i-owe");
        await ShootAsync(officer, "what-i-owe");
        await officer.GoAsync(enquiry + "/acknowledge");
        await officer.Page.GetByLabel("What is happening with it?").FillAsync("Thanks, we have got it.");
        await officer.Page.GetByLabel("No, it only says that it has come").CheckAsync();
        await officer.SendAsync(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Send the acknowledgement" }));
        await officer.Page.Locator(".govuk-error-summary").WaitForAsync();
        await ShootAsync(officer, "a-bare-thanks-is-not-enough");
        await officer.GoAsync(enquiry + "/reply");
        await officer.Page.GetByLabel("Your reply").FillAsync("The cable is broken. It will be mended on Friday 10 April.");
        await officer.PressAsync("Send the reply");
        await officer.HeadingAsync(Subject);

        await member.GoAsync("/protocol/clauses/6.2");
        await ShootAsync(member, "the-clause");
        await member.GoAsync(enquiry + "/record");
        await ShootAsync(member, "take-the-record-with-you");
        await page.SetViewportSizeAsync(390, 844);
        await member.GoAsync(enquiry);
        await ShootAsync(member, "on-a-phone");
    }

    private static Task ShootAsync(Visit visit, string name) =>
        visit.Page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Checkout.PathOf($"docs/screens/{name}.png"), Animations = ScreenshotAnimations.Disabled }
        );
}
