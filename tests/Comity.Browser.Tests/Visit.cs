using Microsoft.Playwright;

namespace Comity.Browser.Tests;

/// <summary>
/// Somebody at a browser of their own. Everything that a page must not do is noted as it happens: a word to another machine, a script or style
/// that the policy refuses, an error in the console, a part that is missing.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];
    private readonly Uri _address;

    private readonly bool _javaScript;

    private Visit(IBrowserContext context, IPage page, Uri address, bool javaScript)
    {
        _context = context;
        _address = address;
        _javaScript = javaScript;
        Page = page;
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    public static Task<Visit> StartAsync(Chromium chromium, Site site, bool javaScript = true) =>
        StartAsync(chromium.Browser, site, javaScript);

    public static async Task<Visit> StartAsync(IBrowser browser, Site site, bool javaScript = true)
    {
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = site.Address.AbsoluteUri,
                JavaScriptEnabled = javaScript,
                ViewportSize = new ViewportSize { Width = 1200, Height = 900 },
                Locale = "en-GB",
                TimezoneId = "Europe/London",
                ReducedMotion = ReducedMotion.Reduce,
            }
        );

        context.SetDefaultTimeout(Chromium.Patience);
        if (javaScript)
        {
            await context.AddInitScriptAsync(Looks.Ready);
        }

        var visit = new Visit(context, await context.NewPageAsync(), site.Address, javaScript);
        visit.Watch();
        return visit;
    }

    /// <summary>Somebody who became this person in the demonstration.</summary>
    public static Task<Visit> AsAsync(Chromium chromium, Site site, string person, bool javaScript = true) =>
        AsAsync(chromium.Browser, site, person, javaScript);

    public static async Task<Visit> AsAsync(IBrowser browser, Site site, string person, bool javaScript = true)
    {
        var visit = await StartAsync(browser, site, javaScript);
        await visit.GoAsync("/demonstration");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = person, Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".comity-header__person")).ToContainTextAsync(person);
        return visit;
    }

    /// <summary>From now on as by a telephone at the edge of a village: 400 kbit/s down, 150 up, and 400 ms until anything comes.</summary>
    /// <returns>How many bytes have come since.</returns>
    public async Task<Func<long>> SlowLineAsync()
    {
        var browser = await _context.NewCDPSessionAsync(Page);
        long came = 0;
        browser.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            Interlocked.Add(ref came, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        await browser.SendAsync("Network.enable");
        await browser.SendAsync(
            "Network.emulateNetworkConditions",
            new Dictionary<string, object>
            {
                ["offline"] = false,
                ["latency"] = 400,
                ["downloadThroughput"] = 50_000,
                ["uploadThroughput"] = 19_000,
            }
        );
        return () => Interlocked.Read(ref came);
    }

    public async Task<IResponse> GoAsync(string address) =>
        await Page.GotoAsync(address) ?? throw new InvalidOperationException($"{address} gave no answer.");

    public Task ClickLinkAsync(string text) => Page.GetByRole(AriaRole.Link, new() { Name = text, Exact = true }).First.ClickAsync();

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task HeadingAsync(string heading) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);

    public Task SeesAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    /// <summary>Sends the form that this button is of, and waits for the answer itself: a form with errors comes back at its own address.</summary>
    public async Task<IResponse> SendAsync(ILocator button)
    {
        ArgumentNullException.ThrowIfNull(button);
        await Page.EvaluateAsync("() => { document.documentElement.dataset.sent = ''; }");
        var answer = await Page.RunAndWaitForResponseAsync(
            () => button.ClickAsync(),
            response => response.Request.Method == "POST" && response.Request.IsNavigationRequest
        );

        // The page that came, not the one that was sent; its last part, and so all of it.
        await Page.Locator("html:not([data-sent]) footer").WaitForAsync();
        return answer;
    }

    /// <summary>The page as it stands now is as every page must be. Axe itself is a script: without scripts the rest is looked at.</summary>
    public async Task LooksRightAsync() =>
        (await Looks.WrongAsync(Page, withAxe: _javaScript)).ShouldBeEmpty($"{Page.Url}, \"{await Page.TitleAsync()}\"");

    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_faults)
            {
                return [.. _faults];
            }
        }
    }

    public void ShouldHaveKeptToItself() => Faults.ShouldBeEmpty();

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Watch()
    {
        _context.Request += (_, request) =>
        {
            var to = new Uri(request.Url);
            if (to.Scheme is "http" or "https" or "ws" or "wss" && to.Authority != _address.Authority)
            {
                Note($"{request.Method} {request.Url} leaves the origin");
            }
        };
        _context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
            {
                Note($"{response.Url} answered {response.Status}");
            }
        };
        _context.Console += (_, message) =>
        {
            // The browser's own line on the status of a page; statuses are looked at where they are expected, and above for a page's parts.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource:", StringComparison.Ordinal))
            {
                Note($"{message.Location}: {message.Text}");
            }
        };
        _context.WebError += (_, error) => Note(error.Error);
    }

    private void Note(string fault)
    {
        lock (_faults)
        {
            _faults.Add(fault);
        }
    }
}
