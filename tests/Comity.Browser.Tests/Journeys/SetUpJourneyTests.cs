using Comity.Service.Setup;
using Comity.Testing;
using Microsoft.Playwright;

namespace Comity.Browser.Tests.Journeys;

/// <summary>A council from nothing, as its clerk sets it up.</summary>
public class SetUpJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task Set_a_council_up_from_the_code_to_the_last_answer()
    {
        await using var site = await Site.StartEmptyAsync();
        var code = (await site.DoAsync<SetUpJourneys, string?>(journeys => journeys.IssueCodeAsync())).ShouldNotBeNull();
        await using var clerk = await Visit.StartAsync(chromium, site);
        var page = clerk.Page;
        await clerk.GoAsync("/set-up");
        await clerk.LooksRightAsync();
        await page.Locator("#Code").FillAsync(code);
        await page.Locator("main form button").Last.ClickAsync();

        await StepAsync("Your council");
        await page.GetByLabel("Name of the council").FillAsync("Brackenford Council");
        await page.Locator("input[name=Kind][value=metropolitan]").CheckAsync();
        await page.Locator("input[name=Nation][value=england]").CheckAsync();
        await clerk.PressAsync("Continue");

        await StepAsync("Your protocol");
        await page.Locator("input[name=Key][value=wigan]").CheckAsync();
        await clerk.PressAsync("Continue");

        await StepAsync("Your people");
        await page.GetByLabel("CSV file").SetInputFilesAsync(Checkout.PathOf("docs/example-people.csv"));
        await clerk.PressAsync("Try the file");
        await clerk.SeesAsync("Castle, Mill Hill");
        await clerk.LooksRightAsync();
        await page.GetByLabel("Make the new names listed above").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import " }).ClickAsync();

        await StepAsync("Who is who");
        await page.Locator("input[value=nobody]").EvaluateAllAsync<object?>("all => all.forEach(one => one.checked = true)");
        await page.Locator("input[value=itself]").EvaluateAllAsync<object?>("all => all.forEach(one => one.checked = true)");
        await page.Locator("input[name='Duties[chief-officer]'][value=director]").CheckAsync();
        await clerk.PressAsync("Continue");

        await StepAsync("The Monitoring Officer");
        await page.Locator("input[name=Whose][value=own]").CheckAsync();
        await ChooseAsync();
        await clerk.PressAsync("Continue");

        await StepAsync("Who keeps Comity for the council");
        await ChooseAsync();
        await page.GetByLabel("What is the office called?").FillAsync("Democratic Services");
        await clerk.PressAsync("Continue");

        await StepAsync("Check your answers");
        await clerk.PressAsync("Set up the council");
        await clerk.SeesAsync("Brackenford Council is set up");
        await clerk.LooksRightAsync();
        clerk.ShouldHaveKeptToItself();

        async Task StepAsync(string heading)
        {
            await clerk.HeadingAsync(heading);
            await clerk.LooksRightAsync();
        }

        async Task ChooseAsync()
        {
            var one = await page.Locator("#PersonId option", new() { HasText = "Bronwen Fairweather" }).First.GetAttributeAsync("value");
            await page.Locator("#PersonId").SelectOptionAsync(one!);
        }
    }
}
