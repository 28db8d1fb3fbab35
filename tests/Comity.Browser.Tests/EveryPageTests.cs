using Microsoft.Playwright;

namespace Comity.Browser.Tests;

/// <summary>WCAG 2.2 at level AA, as far as a program can see it, on every page and on every form that comes back with errors.</summary>
public sealed class EveryPageTests(Stages stages) : IClassFixture<Stages>
{
    /// <summary>Pages that nobody meets at a plain address, each with the test that does meet it.</summary>
    private static readonly HashSet<string> MetElsewhere =
    [
        // KeyboardTests: for somebody without an office, and the page of whatever went wrong.
        "/",
        "/problem",
        // AccountJourneyTests: between two steps of signing in, and with a passkey or an app of one's own.
        "/security/passkeys/{id}/remove",
        "/security/recovery-codes",
        "/sign-in/code",
        "/sign-in/recovery-code",
        // SetUpJourneyTests: each step opens after the one before it.
        "/set-up/check",
        "/set-up/clerk",
        "/set-up/council",
        "/set-up/monitoring-officer",
        "/set-up/people",
        "/set-up/protocol",
        "/set-up/roles",
    ];

    [Fact]
    public async Task Look_at_every_page_and_every_empty_form_sees_nothing_wrong()
    {
        var (seen, unseen) = await EveryPage.OfAsync(stages);
        var faults = unseen.Where(page => !MetElsewhere.Contains(page)).Select(page => $"{page}: nobody sees it").ToList();
        foreach (var sight in seen)
        {
            await sight.By.Visit.GoAsync(sight.Address);
            faults.AddRange((await Looks.WrongAsync(sight.By.Visit.Page)).Select(fault => $"{sight}: {fault}"));
            faults.AddRange(await SendEmptyFormsAsync(sight));
        }

        faults.AddRange(
            MetElsewhere.Where(page => seen.Any(sight => "/" + sight.Pattern == page)).Select(page => $"{page} is met here, too")
        );
        foreach (var visitor in stages.Visitors)
        {
            faults.AddRange(visitor.Visit.Faults.Select(fault => $"{visitor.Name}: {fault}"));
        }

        faults.ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(40);
    }

    /// <summary>Each form of the page with all that a person can fill in left empty, where that is refused.</summary>
    private static async Task<List<string>> SendEmptyFormsAsync(Sight sight)
    {
        const string Fields = "input:not([type=hidden]):visible, textarea:visible, select:visible";
        var page = sight.By.Visit.Page;
        var faults = new List<string>();
        var forms = page.Locator("main form[method=post]");
        var count = await forms.CountAsync();
        for (var i = 0; i < count; i++)
        {
            await sight.By.Visit.GoAsync(sight.Address);
            var form = forms.Nth(i);
            if (await form.Locator(Fields).CountAsync() == 0 || await form.Locator("[name=Credential]").CountAsync() > 0)
            {
                continue;
            }

            await form.EvaluateAsync(
                """
                form => {
                  for (const field of form.elements) {
                    if (field.type === "checkbox" || field.type === "radio") field.checked = false;
                    else if (field.tagName === "SELECT") field.selectedIndex = 0;
                    else if (field.type !== "hidden" && field.tagName !== "BUTTON") field.value = "";
                  }
                }
                """
            );
            var answer = await sight.By.Visit.SendAsync(form.GetByRole(AriaRole.Button).Last);
            if (answer.Status == 400)
            {
                await page.WaitForLoadStateAsync(LoadState.Load);
                faults.AddRange((await Looks.WrongAsync(page)).Select(fault => $"{sight}, form {i} left empty: {fault}"));
                faults.AddRange((await Looks.WrongWithErrorsAsync(page)).Select(fault => $"{sight}, form {i} left empty: {fault}"));
            }
        }

        return faults;
    }
}
