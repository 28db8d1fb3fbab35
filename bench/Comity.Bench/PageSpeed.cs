using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Comity.Testing;

namespace Comity.Bench;

/// <summary>
/// The matter page and the lists of what is owed, signed in, beside a bare Razor page that reads one row of the same database: with 10,000 matters, and
/// with more where that is asked for. Processes of their own on loopback, asked in turns, so that the machine's speed drifts under all alike.
/// </summary>
internal static partial class PageSpeed
{
    private const int Matters = 10_000;
    private const int AtOnce = 8;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);
    private const int Turns = 7;

    /// <summary>Connection string of a PostgreSQL server on which databases may be made; without it the databases are SQLite files.</summary>
    private const string PostgresVariable = "COMITY_BENCH_POSTGRES";

    private sealed record Measured(string Name, int Matters, HttpClient Http, Func<int, string> Url)
    {
        public List<double> Rates { get; } = [];

        public double Rate => Median(Rates);
    }

    public static async Task<int> RunAsync(string webDll, params int[] more)
    {
        var folder = Directory.CreateTempSubdirectory("comity-bench-").FullName;
        var started = new List<Process>();
        var databases = new List<string>();
        try
        {
            var pages = new List<Measured>();
            foreach (var matters in more.Prepend(Matters).Distinct())
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"making a database with {matters:N0} matters …"));
                var here = Directory.CreateDirectory(Path.Combine(folder, matters.ToString(CultureInfo.InvariantCulture))).FullName;
                var made = await BenchDatabase.MakeAsync(NewDatabase(here, databases), Path.Combine(here, "keys"), matters);
                pages.AddRange(await ServeAsync(webDll, made, matters, started));
            }

            for (var turn = 0; turn <= Turns; turn++)
            {
                foreach (var page in pages)
                {
                    var rate = await RateAsync(page.Http, page.Url);

                    // The first turn warms everything up.
                    if (turn > 0)
                    {
                        page.Rates.Add(rate);
                    }
                }
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(databases.Count > 0 ? "PostgreSQL" : "SQLite")}, {Turns} turns of {Turn.TotalSeconds:F0} s each, {AtOnce} requests at once, client on the same machine"
                )
            );
            foreach (var page in pages)
            {
                var (floor, first) = (pages.First(one => one.Matters == page.Matters), pages.First(one => one.Name == page.Name));
                var ratio = Median(page.Rates.Zip(floor.Rates, (rate, bare) => rate / bare));
                var growth =
                    page == first ? "" : $"   costs {Median(first.Rates.Zip(page.Rates, (few, many) => few / many)):F2} × of {Matters:N0}";
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{page.Name, -26} {page.Matters, 10:N0} matters {page.Rate, 8:F0} a second   {ratio, 5:P0} of the bare page{growth}"
                    )
                );
            }

            return 0;
        }
        finally
        {
            foreach (var process in started)
            {
                process.Kill();
                await process.WaitForExitAsync();
                process.Dispose();
            }

            foreach (var database in databases)
            {
                await using var db = BenchDatabase.Open(database);
                await db.Database.EnsureDeletedAsync();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<Measured>> ServeAsync(string webDll, BenchDatabase made, int matters, List<Process> started)
    {
        var (webAddress, bareAddress) = (FreeAddress(), FreeAddress());
        started.Add(
            Start(
                webDll,
                [],
                ("Comity__Database", made.Database),
                ("Comity__Keys", made.Keys),
                ("Comity__Demonstration", "true"),
                ("Comity__Protocols", Checkout.PathOf("protocols")),
                ("ASPNETCORE_URLS", webAddress)
            )
        );
        started.Add(
            Start(
                Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                    ? Environment.GetCommandLineArgs()[0]
                    : typeof(PageSpeed).Assembly.Location,
                ["bare", made.Database, bareAddress]
            )
        );
        var (member, officer, clerk) = (Browser(), Browser(), Browser());
        await ReadyAsync(member, webAddress + "/health");
        await ReadyAsync(member, $"{bareAddress}/bare/{made.References[0]}");
        await SignInAsync(member, webAddress, made.Member);
        await SignInAsync(officer, webAddress, made.Officer);
        await SignInAsync(clerk, webAddress, made.Clerk);
        var references = made.References;
        return
        [
            new("bare Razor page, one row", matters, member, i => $"{bareAddress}/bare/{references[i % references.Count]}"),
            new("matter page, the member", matters, member, i => $"{webAddress}/enquiries/{references[i % references.Count]}"),
            new("matter page, the officer", matters, officer, i => $"{webAddress}/enquiries/{references[i % references.Count]}"),
            new("what I am owed, first 50", matters, member, _ => $"{webAddress}/what-i-am-owed"),
            new("find, 50 of 60 by a word", matters, member, _ => $"{webAddress}/find?words={BenchDatabase.RareWord}"),
            new("find, 50 of 60 by files", matters, member, _ => $"{webAddress}/find?words={BenchDatabase.RareWordOfFiles}"),
            new("figures, the clerk", matters, clerk, _ => $"{webAddress}/figures"),
            new("what I owe, first 50", matters, officer, _ => $"{webAddress}/what-i-owe"),
        ];
    }

    private static HttpClient Browser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            Timeout = TimeSpan.FromMinutes(10),
        };

    private static string NewDatabase(string folder, List<string> databases)
    {
        if (Environment.GetEnvironmentVariable(PostgresVariable) is not { Length: > 0 } server)
        {
            return Path.Combine(folder, "bench.db");
        }

        var name = $"comity_bench_{Guid.CreateVersion7():N}";
        databases.Add(new Npgsql.NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString);
        return databases[^1];
    }

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
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
