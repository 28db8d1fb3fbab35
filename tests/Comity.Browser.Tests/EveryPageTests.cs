using Microsoft.Playwright;

namespace Comity.Browser.Tests;

/// <summary>WCAG 2.2 at level AA, as far as a program can see it, on every page and on every form that comes back with errors.</summary>
public sealed class EveryPageTests(Stages stages) : IClassFixture<Stages>
{
    private int _refused;
    private int _stale;

    /// <summary>Pages that nobody meets at a plain address, each with the test that does meet it.</summary>
    private static readonly HashSet<string> MetElsewhere =
    [
        // KeyboardTests: for somebody without an office. ErrorPageTests: the page of whatever went wrong.
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

    private const string Fields = "input:not([type=hidden]):visible, textarea:visible, select:visible";

    private const string LeaveEmpty = """
        form => {
          for (const field of form.elements) {
            if (field.type === "checkbox" || field.type === "radio") field.checked = false;
            else if (field.tagName === "SELECT") field.selectedIndex = 0;
            else if (field.type !== "hidden" && field.tagName !== "BUTTON") field.value = "";
          }
        }
        """;

    // Too long, out of the list, of the wrong kind: what a person, a browser's own filling-in or an old page may send.
    private const string FillWrongly = """
        form => {
          for (const field of form.elements) {
            if (field.type === "hidden" || field.type === "file" || field.tagName === "BUTTON") continue;
            if (field.type === "checkbox" || field.type === "radio") { field.value = "no such answer"; field.checked = true; }
            else if (field.tagName === "SELECT") { field.options[0].value = "no such answer"; field.selectedIndex = 0; }
            else if (field.type === "email") field.value = "nobody";
            else field.value = "x".repeat(field.tagName === "TEXTAREA" ? 12000 : 3000);
          }
        }
        """;

    // Filled in as somebody would who had it open for an hour, in which somebody else changed what it is about.
    private const string FillLate = """
        form => {
          const marks = [...form.elements].filter(field => field.type === "hidden" && (field.name === "Opened" || field.name === "Version"));
          for (const mark of marks) mark.value = mark.name === "Version" ? "0" : "an hour ago";
          for (const field of form.elements) {
            if (field.type === "hidden" || field.type === "file" || field.type === "checkbox" || field.tagName === "BUTTON") continue;
            if (field.type === "radio") field.checked = true;
            else if (field.tagName === "SELECT") field.selectedIndex = field.options.length - 1;
            else if (field.name.endsWith(".Day")) field.value = "2";
            else if (field.name.endsWith(".Month")) field.value = "4";
            else if (field.name.endsWith(".Year")) field.value = "2027";
            else if (field.value === "") field.value = field.inputMode === "numeric" ? "5" : "As it was decided.";
          }
          return marks.length > 0;
        }
        """;

    [Fact]
    public async Task Look_at_every_page_and_every_form_sent_empty_or_wrong_sees_nothing_wrong()
    {
        var (seen, unseen) = await EveryPage.OfAsync(stages);
        var faults = unseen.Where(page => !MetElsewhere.Contains(page)).Select(page => $"{page}: nobody sees it").ToList();
        foreach (var sight in seen)
        {
            await sight.By.Visit.GoAsync(sight.Address);
            faults.AddRange((await Looks.WrongAsync(sight.By.Visit.Page)).Select(fault => $"{sight}: {fault}"));
            var forms = await sight.By.Visit.Page.Locator("main form[method=post]").CountAsync();
            for (var i = 0; i < forms; i++)
            {
                // The page stands as it came until the first form is sent.
                var (refusedEmpty, empty) = await SendAsync(sight, i, LeaveEmpty, withAxe: true, isOpen: i == 0);
                faults.AddRange(empty.Select(fault => $"{sight}, form {i} left empty: {fault}"));

                // Axe sees the same form with the same kind of errors: once is enough.
                var (_, wrong) = await SendAsync(sight, i, FillWrongly, withAxe: !refusedEmpty);
                faults.AddRange(wrong.Select(fault => $"{sight}, form {i} filled wrongly: {fault}"));
                faults.AddRange((await SendLateAsync(sight, i)).Select(fault => $"{sight}, form {i} sent late: {fault}"));
            }
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
        _refused.ShouldBeGreaterThanOrEqualTo(40);
        _stale.ShouldBeGreaterThanOrEqualTo(12);
    }

    /// <summary>One form of the page with all that a person can fill in made so; whether it is refused, and what is wrong with the page that refuses it.</summary>
    private async Task<(bool Refused, IReadOnlyList<string> Faults)> SendAsync(
        Sight sight,
        int number,
        string fill,
        bool withAxe,
        bool isOpen = false
    )
    {
        var page = sight.By.Visit.Page;
        if (!isOpen)
        {
            await sight.By.Visit.GoAsync(sight.Address);
        }

        var form = page.Locator("main form[method=post]").Nth(number);
        if (
            await form.CountAsync() == 0
            || await form.Locator(Fields).CountAsync() == 0
            || await form.Locator("[name=Credential]").CountAsync() > 0
        )
        {
            return (false, []);
        }

        await form.EvaluateAsync(fill);
        if (await form.GetByRole(AriaRole.Button).CountAsync() == 0)
        {
            return (false, ["a form without a button"]);
        }

        var answer = await sight.By.Visit.SendAsync(form.GetByRole(AriaRole.Button).Last);
        if (answer.Status < 400)
        {
            return (false, []);
        }

        _refused++;
        if (await page.Locator(".govuk-error-summary").CountAsync() == 0)
        {
            return (true, [$"{answer.Status} without a word on what is wrong: {await page.TitleAsync()}"]);
        }

        return (true, [.. await Looks.WrongAsync(page, withAxe), .. await Looks.WrongWithErrorsAsync(page)]);
    }

    /// <summary>One form of the page after somebody else was faster: what is wrong with the page that says so.</summary>
    private async Task<IReadOnlyList<string>> SendLateAsync(Sight sight, int number)
    {
        var page = sight.By.Visit.Page;
        await sight.By.Visit.GoAsync(sight.Address);
        var form = page.Locator("main form[method=post]").Nth(number);
        if (await form.CountAsync() == 0 || !await form.EvaluateAsync<bool>(FillLate))
        {
            return [];
        }

        if (await form.GetByRole(AriaRole.Button).CountAsync() == 0)
        {
            return ["a form without a button"];
        }

        var answer = await sight.By.Visit.SendAsync(form.GetByRole(AriaRole.Button).Last);
        switch (answer.Status)
        {
            case 409:
                _stale++;
                return await Looks.WrongAsync(page);
            case < 400:
                return ["it was taken"];
            default:
                return [];
        }
    }
}
