namespace Comity.Browser.Tests;

/// <summary>
/// Every page when its scripts do not come: an old browser, a strict one, a bad line. Axe is a script itself, so scripts may run here; it is the
/// pages' own that are held back, and a page has no other, for nothing inline is allowed.
/// </summary>
public sealed class WithoutScriptsTests(Stages stages) : IClassFixture<Stages>
{
    [Fact]
    public async Task Look_at_every_page_without_its_scripts_sees_nothing_wrong()
    {
        var held = 0;
        foreach (var visitor in stages.Visitors)
        {
            await visitor.Visit.Context.RouteAsync(
                "**/*.js",
                route =>
                {
                    Interlocked.Increment(ref held);
                    return route.AbortAsync();
                }
            );
        }

        var (seen, _) = await EveryPage.OfAsync(stages);
        var faults = new List<string>();
        foreach (var sight in seen)
        {
            var page = sight.By.Visit.Page;
            await sight.By.Visit.GoAsync(sight.Address);
            faults.AddRange((await Looks.WrongAsync(page)).Select(fault => $"{sight}: {fault}"));
            if (await page.Locator("body.js-enabled").CountAsync() > 0)
            {
                faults.Add($"{sight}: a script ran");
            }

            faults.AddRange((await page.EvaluateAsync<string[]>(Hidden)).Select(fault => $"{sight}: {fault}"));
        }

        faults.ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(40);
        held.ShouldBeGreaterThanOrEqualTo(seen.Count);
    }

    // A passkey needs a script, and so does showing a password as it is typed: these alone may stay out of sight. What somebody has not unfolded yet is
    // unfolded without one.
    private const string Hidden = """
        () => [...document.querySelectorAll("main form:not([data-passkey]), main form:not([data-passkey]) :is(input:not([type=hidden]), select, textarea, button)")]
          .filter(e => !e.checkVisibility() && !e.matches(".govuk-password-input__toggle") && !e.closest("details:not([open])"))
          .map(e => `out of sight without scripts: ${e.outerHTML.slice(0, 90)}`)
        """;
}
