using Microsoft.Playwright;

namespace Comity.Browser.Tests.Journeys;

/// <summary>A concern from its first page to its outcome, as each of the three sides sees it: with scripts, without them over a slow line, and with keys alone.</summary>
public class ConcernJourneyTests(Chromium chromium)
{
    private const string Happened = "At the ward meeting he called my questions a waste of time and left.";
    private const string Told = "It is said that you called a member’s questions a waste of time.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Raise_hear_tell_answer_and_settle(bool javaScript)
    {
        await using var site = await Site.StartAsync();
        await using var member = await Visit.AsAsync(chromium, site, "Alex Member", javaScript);
        await using var manager = await Visit.AsAsync(chromium, site, "Fran Manager", javaScript);
        await using var officer = await Visit.AsAsync(chromium, site, "Glen Officer", javaScript);

        var came = javaScript ? () => 0 : await member.SlowLineAsync();
        var concern = await RaiseAsync(member);

        // All the pages of it, with their styles and pictures, are no more than one photograph.
        came().ShouldBeLessThan(500_000);
        (await officer.GoAsync(concern)).Status.ShouldBe(404);

        await manager.GoAsync("/what-i-owe");
        await manager.ClickLinkAsync("A concern about Glen Officer");
        await manager.SeesAsync(Happened);
        await manager.LooksRightAsync();
        await manager.ClickLinkAsync("Take it up");
        await manager.Page.GetByLabel("What do you tell whoever raised it?").FillAsync("I will talk to him this week.");
        await manager.PressAsync("Take it up");
        await manager.ClickLinkAsync("Tell the person whom it is about");
        await manager.Page.GetByLabel("What do you tell them?").FillAsync(Told);
        await manager.PressAsync("Tell them");

        await officer.GoAsync(concern);
        await officer.SeesAsync(Told);
        (await officer.Page.ContentAsync()).ShouldNotContain(Happened);
        (await officer.Page.ContentAsync()).ShouldNotContain("Alex Member");
        await officer.LooksRightAsync();
        await officer.ClickLinkAsync("Answer");
        await officer.Page.GetByLabel("Your answer", new() { Exact = true }).FillAsync("I had to leave for another meeting.");
        await officer.PressAsync("Send your answer");

        await manager.GoAsync(concern);
        await manager.ClickLinkAsync("Come to an outcome");
        await manager.Page.GetByLabel("It was settled between the two sides").CheckAsync();
        await manager.Page.GetByLabel("An apology", new() { Exact = true }).CheckAsync();
        await manager.Page.GetByLabel("Your reasons").FillAsync("Both talked; he was in a hurry and is sorry.");
        await manager.PressAsync("Give the outcome");

        await member.GoAsync(concern);
        await member.SeesAsync("It was settled between the two sides");
        await member.LooksRightAsync();
        member.ShouldHaveKeptToItself();
        manager.ShouldHaveKeptToItself();
    }

    [Fact]
    public async Task Raise_with_keys_alone_and_leave_at_any_step()
    {
        await using var site = await Site.StartAsync();
        await using var member = await Visit.AsAsync(chromium, site, "Alex Member");
        var page = member.Page;
        await member.GoAsync("/concerns");
        await TabToAsync(page, "Raise a concern");
        await page.Keyboard.PressAsync("Enter");
        await member.HeadingAsync("Whom is it about?");
        await TabToAsync(page, "Person");
        await page.Keyboard.TypeAsync("Glen");
        await TabToAsync(page, "Leave this page now");
        await member.GoAsync(new Uri(page.Url).AbsolutePath);
        await TabToAsync(page, "Person");
        await page.Keyboard.TypeAsync("Glen");
        await TabToAsync(page, "Continue");
        await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 4 && await page.Locator("input[name=Value]").CountAsync() > 0; i++)
        {
            // The screen reader says the question with each of its answers.
            await Assertions
                .Expect(page.GetByRole(AriaRole.Group, new() { Name = await page.Locator("h1").InnerTextAsync() }))
                .ToBeVisibleAsync();
            await TabToAsync(page, "Value");
            await page.Keyboard.PressAsync("ArrowDown");
            await TabToAsync(page, "Continue");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("main")).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.Locator("#leave")).ToBeVisibleAsync();
        member.ShouldHaveKeptToItself();
    }

    private static async Task<string> RaiseAsync(Visit member)
    {
        var page = member.Page;
        await member.ClickLinkAsync("Concerns");
        await member.PressAsync("Raise a concern");
        await member.HeadingAsync("Whom is it about?");
        await member.PressAsync("Continue");
        await member.SeesAsync("Choose the person whom it is about");
        await page.GetByLabel("Whom is it about?").SelectOptionAsync(new SelectOptionValue { Label = "Glen Officer" });
        await ContinueAsync(member);
        await AnswerNoAsync(member);
        await member.HeadingAsync("First a talk, says the protocol");
        await member.LooksRightAsync();
        await page.GetByLabel("I go on without a talk").CheckAsync();
        await page.GetByLabel("If you go on without: why?").FillAsync("He walked away when I tried.");
        await ContinueAsync(member);
        await AnswerNoAsync(member);
        await member.HeadingAsync("Who hears it");
        await member.SeesAsync("Fran Manager (Head of Highways)");
        await member.LooksRightAsync();
        await member.PressAsync("Continue");
        await member.HeadingAsync("What happened");
        await page.GetByLabel("What happened?").FillAsync(Happened);
        await page.GetByLabel("What would put it right?").FillAsync("An apology.");
        await member.LooksRightAsync();
        await member.PressAsync("Continue");
        await member.HeadingAsync("What you agree to");
        await member.PressAsync("Continue");
        await member.HeadingAsync("Check before you send");
        await member.LooksRightAsync();
        await member.PressAsync("Send it");
        await member.SeesAsync("Your concern has been sent.");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task AnswerNoAsync(Visit member)
    {
        while (await member.Page.Locator("input[name=Value]").CountAsync() > 0)
        {
            await member.Page.Locator("input[name=Value][value=no]").CheckAsync();
            await ContinueAsync(member);
        }
    }

    // On a slow line the old page still stands there when the button has been pressed: the next one is waited for.
    private static Task ContinueAsync(Visit member) =>
        member.SendAsync(member.Page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }));

    private static async Task TabToAsync(IPage page, string wanted)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (
                await page.EvaluateAsync<string>(
                    "() => { const e = document.activeElement; return e.name && e.tagName !== 'BUTTON' ? e.name : e.innerText.trim(); }"
                ) == wanted
            )
            {
                return;
            }
        }

        throw new InvalidOperationException($"No key leads to {wanted}.");
    }
}
