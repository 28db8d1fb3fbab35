using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Comity.Browser.Tests;

/// <summary>What holds for every page in every state, as words on what does not.</summary>
public static class Looks
{
    /// <summary>Put into every page before its own scripts: axe, read by the browser only where it is asked for.</summary>
    public static string Ready { get; } = $"window.readAxe = function () {{ {new BundledAxeScriptProvider().GetScript()} }};";

    // In the page itself, which has no frames: the package's own call opens a blank page for each run, to put the results of frames together
    // out of a hostile page's reach, and that cost more than all the rest. Only what is wrong is written out in full.
    private const string RunAxe = """
        async () => {
          window.axe ?? window.readAxe();
          const results = await axe.run(document, {
            runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
            resultTypes: ["violations"],
          });
          const faults = results.violations.flatMap(violation =>
            violation.nodes.map(node => `axe ${violation.id} (${violation.impact}): ${violation.help}: ${node.html.slice(0, 200)}`));
          if (results.passes.length < 10) faults.push(`axe found only ${results.passes.length} things to be right`);
          if (document.querySelector("iframe, frame, object, embed")) faults.push("a frame, and nobody looks into it");
          return faults;
        }
        """;

    private const string Structure = """
        () => {
          const faults = [];
          const headings = document.querySelectorAll("h1");
          if (headings.length !== 1) faults.push(`${headings.length} first headings`);
          if (!/^.{3,} – .+/.test(document.title)) faults.push(`the title "${document.title}"`);
          if (document.documentElement.lang !== "en") faults.push("no language");
          const skip = document.querySelector("a.govuk-skip-link");
          if (!skip || !document.querySelector(skip.getAttribute("href"))) faults.push("no skip link that leads anywhere");
          const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
          for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push(`the id "${id}" twice`);
          for (const link of document.querySelectorAll("a[href^='#']"))
            if (link.hash.length > 1 && !document.getElementById(decodeURIComponent(link.hash.slice(1)))) faults.push(`a link to ${link.hash}, which is not there`);
          for (const label of document.querySelectorAll("label[for]"))
            if (!document.getElementById(label.htmlFor)) faults.push(`a label for ${label.htmlFor}, which is not there`);
          return faults;
        }
        """;

    // WCAG 2.2, 1.4.10 (320 CSS pixels without scrolling in two directions) and 2.5.8 (24 by 24 CSS pixels; a link in a sentence is excepted).
    private const string Narrow = """
        () => {
          const faults = [];
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth > width) {
            const wide = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1);
            faults.push(`${document.documentElement.scrollWidth} px wide at ${width}: ` + wide.slice(-3).map(e => e.outerHTML.slice(0, 90)).join(" | "));
          }
          const targets = "button, select, textarea, summary, input:not([type=hidden], [type=radio], [type=checkbox]), .govuk-radios__item, .govuk-checkboxes__item";
          for (const target of document.querySelectorAll(targets)) {
            const box = target.getBoundingClientRect();
            if (box.width > 0 && target.checkVisibility() && (box.width < 24 || box.height < 24)) faults.push(`a target of ${box.width} by ${box.height}: ${target.outerHTML.slice(0, 90)}`);
          }
          return faults;
        }
        """;

    private const string Errors = """
        () => {
          const faults = [];
          if (!document.title.startsWith("Error: ")) faults.push(`the title "${document.title}"`);
          const links = [...document.querySelectorAll(".govuk-error-summary a")];
          if (links.length === 0) faults.push("a summary that leads to no field");
          for (const link of links) {
            const field = document.getElementById(link.hash.slice(1));
            if (!field?.matches("input, select, textarea")) faults.push(`${link.hash} is no field`);
            else if (!field.closest(".govuk-form-group--error")) faults.push(`nothing beside ${link.hash}`);
          }
          return faults;
        }
        """;

    public static async Task<IReadOnlyList<string>> WrongAsync(IPage page, bool withAxe = true)
    {
        ArgumentNullException.ThrowIfNull(page);
        var faults = new List<string>();
        if (withAxe)
        {
            faults.AddRange(await page.EvaluateAsync<string[]>(RunAxe));
        }

        faults.AddRange(await page.EvaluateAsync<string[]>(Structure));
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 720);
        faults.AddRange(await page.EvaluateAsync<string[]>(Narrow));
        await page.SetViewportSizeAsync(size.Width, size.Height);
        return faults;
    }

    /// <summary>What holds for a form that came back: the title says so, the summary has the focus, and each of its lines leads to a field that says why.</summary>
    public static async Task<IReadOnlyList<string>> WrongWithErrorsAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        return await page.EvaluateAsync<string[]>(Errors);
    }
}
