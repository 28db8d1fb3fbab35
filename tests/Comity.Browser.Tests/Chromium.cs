using Microsoft.Playwright;

namespace Comity.Browser.Tests;

/// <summary>One Chromium for the whole run: the one of the system, never one that a package brings. Each visitor has a context of their own in it.</summary>
/// <remarks>
/// Beside it stands its headless shell: the same engine, scripts and accessibility tree without a browser around them, for a third less work. It looks at
/// every page in every state, a thousand times; what people do is done in the browser that they have.
/// </remarks>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Milliseconds that a test waits for something to appear, and no longer than it takes.</summary>
    public const float Patience = 60_000;

    private const string Absent =
        "Chromium is not here: its tests are skipped. Debian: sudo apt-get install chromium (./test does so when it runs as root).";

    // Nothing but the pages under test: no call home, no update, no first-run page. Chromium's sandbox refuses to run as root, as CI does.
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowser? _shell;

    /// <summary>The running browser; without one the test is skipped by name.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, Absent);
            return _browser;
        }
    }

    /// <summary>The headless shell; the browser itself where there is none.</summary>
    public IBrowser Shell => _shell ?? Browser;

    public async ValueTask InitializeAsync()
    {
        if (Find("chromium", "chromium-browser", "google-chrome") is not { } program)
        {
            return;
        }

        // The service is in this process: what has not come by then on a busy machine is not coming.
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await StartAsync(_playwright, program);
        if (Find("chromium-headless-shell") is { } shell)
        {
            _shell = await StartAsync(_playwright, shell);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in new[] { _browser, _shell })
        {
            if (browser is not null)
            {
                await browser.DisposeAsync();
            }
        }

        _playwright?.Dispose();
    }

    private static Task<IBrowser> StartAsync(IPlaywright playwright, string program) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments });

    private static string? Find(params string[] names) =>
        (
            from name in names
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            let program = Path.Combine(folder, name)
            where folder.Length > 0 && File.Exists(program)
            select program
        ).FirstOrDefault();
}
