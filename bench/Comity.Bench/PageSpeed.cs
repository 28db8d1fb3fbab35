using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Comity.Testing;

namespace Comity.Bench;

/// <summary>
/// The matter page and the list of what is owed, signed in, with 10,000 matters, beside a bare Razor page that reads one row of the same
/// database. Two processes on loopback, asked in turns, so that the machine's speed drifts under both alike.
/// </summary>
internal static partial class PageSpeed
{
    private const int Matters = 10_000;
    private const int AtOnce = 8;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);
    private const int Turns = 5;

    public static async Task<int> RunAsync(string webDll)
    {
        var folder = Directory.CreateTempSubdirectory("comity-bench-").FullName;
        try
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"making a database with {Matters} matters …"));
            var made = await BenchDatabase.MakeAsync(folder, Matters);
            var (webAddress, bareAddress) = (FreeAddress(), FreeAddress());
            using var web = Start(
                webDll,
                [],
                ("Comity__Database", made.Database),
                ("Comity__Keys", made.Keys),
                ("Comity__Demonstration", "true"),
                ("Comity__Protocols", Checkout.PathOf("protocols")),
                ("ASPNETCORE_URLS", webAddress)
            );
            using var bare = Start(
                Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                    ? Environment.GetCommandLineArgs()[0]
                    : typeof(PageSpeed).Assembly.Location,
                ["bare", made.Database, bareAddress]
            );
            try
            {
                using var http = new HttpClient(
                    new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }
                );
                await ReadyAsync(http, webAddress + "/health");
                await ReadyAsync(http, $"{bareAddress}/bare/{made.References[0]}");
                await SignInAsync(http, webAddress, made.Member);

                var references = made.References;
                (string Name, Func<int, string> Url)[] pages =
                [
                    ("bare Razor page, one row", i => $"{bareAddress}/bare/{references[i % references.Count]}"),
                    ("matter page", i => $"{webAddress}/enquiries/{references[i % references.Count]}"),
                    ("what I am owed, first 50", _ => $"{webAddress}/what-i-am-owed"),
                ];
                var rates = pages.Select(_ => new List<double>()).ToArray();
                for (var turn = 0; turn <= Turns; turn++)
                {
                    for (var i = 0; i < pages.Length; i++)
                    {
                        var rate = await RateAsync(http, pages[i].Url);

                        // The first turn warms both up.
                        if (turn > 0)
                        {
                            rates[i].Add(rate);
                        }
                    }
                }

                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Turns} turns of {Turn.TotalSeconds:F0} s each, {AtOnce} requests at once, client on the same machine"
                    )
                );
                for (var i = 0; i < pages.Length; i++)
                {
                    var ratio = rates[i].Zip(rates[0], (rate, floor) => rate / floor).Order().ElementAt(Turns / 2);
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{pages[i].Name, -28} {rates[i].Order().ElementAt(Turns / 2), 8:F0} a second   {ratio, 5:P0} of the bare page"
                        )
                    );
                }

                return 0;
            }
            finally
            {
                web.Kill();
                bare.Kill();
                await web.WaitForExitAsync();
                await bare.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> RateAsync(HttpClient http, Func<int, string> url)
    {
        var done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(async worker =>
                {
                    for (var i = worker * 997; watch.Elapsed < Turn; i++)
                    {
                        using var answer = await http.GetAsync(new Uri(url(i)));
                        answer.EnsureSuccessStatusCode();
                        _ = await answer.Content.ReadAsByteArrayAsync();
                        Interlocked.Increment(ref done);
                    }
                })
        );
        return done / watch.Elapsed.TotalSeconds;
    }

    private static async Task SignInAsync(HttpClient http, string address, Guid person)
    {
        var page = await http.GetStringAsync(new Uri(address + "/demonstration"));
        var token = AntiForgery().Match(page).Groups[1].Value;
        using var answer = await http.PostAsync(
            new Uri(address + "/demonstration"),
            new FormUrlEncodedContent([new("person", person.ToString("N")), new("__RequestVerificationToken", token)])
        );
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Signing in was answered with {answer.StatusCode}.");
        }
    }

    private static async Task ReadyAsync(HttpClient http, string url)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60); )
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(url));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"{url} did not answer.");
    }

    private static Process Start(string dll, string[] arguments, params (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(dll),
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex AntiForgery();
}
