using Microsoft.Playwright;

namespace Comity.Browser.Tests;

/// <summary>With keys alone, and after the term.</summary>
public class KeyboardTests(Chromium chromium)
{
    private const string Focused =
        "() => { const e = document.activeElement; return e.name && e.tagName !== 'BUTTON' ? e.name : e.innerText.trim(); }";

    [Fact]
    public async Task Skip_to_the_form_and_go_through_it_in_the_order_of_the_page()
    {
        await using var site = await Site.StartAsync();
        await using var member = await Visit.AsAsync(chromium, site, "Alex Member");
        var page = member.Page;
        await member.GoAsync("/ask");
        await SkipAsync(page);
        (await PressTabAsync(page)).ShouldBe("Kind");
        await page.Keyboard.PressAsync("Space");
        (await PressTabAsync(page)).ShouldBe("I am not sure which of these it is");
        (await PressTabAsync(page)).ShouldBe("Continue");
        await page.Keyboard.PressAsync("Enter");
        await member.HeadingAsync("What the protocol says");
        await member.PressAsync("Continue");

        await member.HeadingAsync("Your enquiry");
        await member.GoAsync(new Uri(page.Url).AbsolutePath);
        await SkipAsync(page);
        foreach (var field in new[] { "Subject", "Question", "ServiceAreaId", "WardId", "Capacity", "Sealed", "Files", "Continue" })
        {
            (await PressTabAsync(page)).ShouldBe(field);
        }

        member.ShouldHaveKeptToItself();
    }

    [Fact]
    public async Task Come_after_the_term_has_ended_gets_a_page_without_a_menu()
    {
        await using var site = await Site.StartAsync();
        await using var former = await Visit.StartAsync(chromium, site);
        await former.GoAsync("/demonstration");
        var button = former.Page.Locator("button[name=person]").First;
        await button.EvaluateAsync("(button, id) => button.value = id", site.People.FormerMember.ToString("N"));
        await button.ClickAsync();
        await Assertions.Expect(former.Page.Locator(".comity-header__person")).ToContainTextAsync("Dana Former");
        new Uri(former.Page.Url).AbsolutePath.ShouldBe("/");
        await former.LooksRightAsync();
    }

    private static async Task SkipAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".govuk-skip-link")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".govuk-skip-link")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main-content")).ToBeFocusedAsync();
    }

    private static async Task<string> PressTabAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<string>(Focused);
    }
}
