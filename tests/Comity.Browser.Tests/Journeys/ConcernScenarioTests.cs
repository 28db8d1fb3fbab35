using Comity.Service.Kept;
using Comity.Service.People;

namespace Comity.Browser.Tests.Journeys;

/// <summary>
/// What goes wrong between people, raised by each of them at a browser in the demonstration council of the protocol: what they are told before anything is sent, and who then sees it.
/// </summary>
public class ConcernScenarioTests(Chromium chromium, DemonstrationSites sites) : IClassFixture<DemonstrationSites>
{
    public static IEnumerable<TheoryDataRow<string>> Scenarios =>
        ConcernScenario.All.Select(scenario => new TheoryDataRow<string>(scenario.Name));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Raise_what_happened_is_told_who_hears_it_and_comes_to_them_and_to_nobody_else(string name)
    {
        var scenario = ConcernScenario.All.Single(one => one.Name == name);
        var site = await sites.OfAsync(scenario.Protocol);
        var register = await site.DoAsync<CouncilOnDate, CouncilRegister>(async council =>
            await council.RegisterAsync(site.Clock.Today(), default)
        );
        var (by, about) = (Who(scenario.By), Who(scenario.About));
        var hearers = scenario.Hearers.Select(Who).ToList();

        await using var raiser = await Visit.AsAsync(chromium, site, by.PersonName);
        await BeginAsync(raiser, scenario, about.PersonId);
        await raiser.HeadingAsync("Who hears it");
        await ShowsTheWayAsync(raiser);
        foreach (var says in scenario.Says)
        {
            await raiser.SeesAsync(says);
        }

        await raiser.PressAsync("Continue");
        await WriteAsync(raiser, scenario);
        await raiser.HeadingAsync("Check before you send");
        await ShowsTheWayAsync(raiser);
        if (await raiser.Page.Locator("input[type=radio][name=Door]").CountAsync() > 0)
        {
            await raiser.Page.GetByLabel($"{hearers[0].PersonName}, {hearers[0].Title}").CheckAsync();
        }

        await raiser.PressAsync("Send it");
        await raiser.SeesAsync("Your concern has been sent.");
        var concern = new Uri(raiser.Page.Url).AbsolutePath;
        raiser.ShouldHaveKeptToItself();

        await using var hearer = await Visit.AsAsync(chromium, site, hearers[0].PersonName);
        await hearer.GoAsync("/concerns");
        await hearer.Page.Locator($"a[href='{concern}']").ClickAsync();
        await hearer.SeesAsync(by.PersonName);
        if (scenario.IsSilent)
        {
            await hearer.SeesAsync("You are asked who hears this.");
            (await hearer.Page.ContentAsync()).ShouldNotContain(scenario.Happened);
        }
        else
        {
            await hearer.SeesAsync(scenario.Happened);
        }

        // What is sent to the browser, whether it shows it or not.
        await using var subject = await Visit.AsAsync(chromium, site, about.PersonName);
        (await subject.Context.APIRequest.GetAsync(concern)).Status.ShouldBe(404);
        foreach (
            var address in new[] { "/concerns", "/", "/what-i-owe", $"/find?search={Uri.EscapeDataString(scenario.Happened)}&all=true" }
        )
        {
            var answer = await subject.Context.APIRequest.GetAsync(address);
            answer.Status.ShouldBe(200, address);
            (await answer.TextAsync()).ShouldNotContain(concern.Split('/')[^1], customMessage: address);
        }

        async Task ShowsTheWayAsync(Visit visit)
        {
            await visit.SeesAsync(scenario.IsSilent ? "The protocol does not say who hears this." : "Who would hear it");
            var doors = await visit.Page.Locator("main ul.govuk-list li > strong").AllInnerTextsAsync();
            doors.ShouldBe(hearers.Select(one => $"{one.PersonName} ({one.Title})"), ignoreOrder: true);
            (await visit.Page.GetByText("only says who hears it").CountAsync()).ShouldBe(scenario.IsSilent ? 1 : 0);
            var never = await visit.Page.Locator("h2:has-text('Who never hears of it from Comity') + ul > li").AllInnerTextsAsync();
            never.SkipLast(1).ShouldBe([about.PersonName, .. scenario.KeptOut.Select(office => Who(office).PersonName)], ignoreOrder: true);
        }

        HeldOffice Who(string office) => WhoIn(register, office, site.Clock.Today());
    }

    private static async Task BeginAsync(Visit raiser, ConcernScenario scenario, Guid about)
    {
        var page = raiser.Page;
        await raiser.GoAsync("/concerns");
        await raiser.PressAsync("Raise a concern");
        await page.GetByLabel("Whom is it about?").SelectOptionAsync(about.ToString());
        await raiser.PressAsync("Continue");
        if (await page.Locator("input[name=Act]").CountAsync() > 0)
        {
            await page.GetByLabel(scenario.Kind).CheckAsync();
            await raiser.PressAsync("Continue");
        }

        await AnswerAsync();
        if (scenario.WithoutTalk is { } without)
        {
            await raiser.HeadingAsync("First a talk, says the protocol");
            await page.GetByLabel("I go on without a talk").CheckAsync();
            await page.GetByLabel("If you go on without: why?").FillAsync(without);
            await raiser.PressAsync("Continue");
            await AnswerAsync();
        }

        async Task AnswerAsync()
        {
            while (await page.Locator("input[name=Value]").CountAsync() > 0)
            {
                var fact = await page.Locator("input[name=Fact]").InputValueAsync();
                await page.Locator($"input[name=Value][value={scenario.Answers.GetValueOrDefault(fact, "no")}]").CheckAsync();
                await raiser.PressAsync("Continue");
            }
        }
    }

    private static async Task WriteAsync(Visit raiser, ConcernScenario scenario)
    {
        var page = raiser.Page;
        await page.GetByLabel("What happened?").FillAsync(scenario.Happened);
        await page.GetByLabel("What would put it right?").FillAsync("That it does not happen again.");
        foreach (var (norm, _) in scenario.Grounds)
        {
            await page.Locator($"input[name=Grounds][value='{norm}']").CheckAsync();
        }

        await raiser.PressAsync("Continue");
        await raiser.HeadingAsync("What you agree to");
        await raiser.PressAsync("Continue");
        foreach (var (_, shown) in scenario.Grounds)
        {
            await raiser.SeesAsync(shown);
        }
    }

    private static HeldOffice WhoIn(CouncilRegister register, string office, DateOnly on)
    {
        var held = register.AllHeld(on).Where(one => !one.AsDeputy).OrderBy(one => one.PersonName, StringComparer.Ordinal);
        return held.First(one => office == ConcernScenario.AMember ? HasOnlyASeat(one) : one.Title == office);

        bool HasOnlyASeat(HeldOffice one) =>
            one.WardId is not null
            && register.OfficesOf(one.PersonId, on).Count == 1
            && register.PlacesOf(one.PersonId, on).SelectMany(place => place.Roles).All(role => role == RolesOnDay.Member);
    }
}
