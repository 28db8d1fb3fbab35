using System.Diagnostics;
using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Analysis;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Bench;

/// <summary>
/// Every analysis of every protocol of the repository, and the difference of every two: in process, after a warm-up, the median of the rounds. And the
/// command that checks and proves all of them, from the start of the process to its end.
/// </summary>
internal static class Analyses
{
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static int Run(string command)
    {
        var library = PackFolder.Open(Checkout.PathOf("protocols"));
        var protocols = library.Packs.Select(pack => pack.Compile()).ToList();
        var pairs = protocols.SelectMany((one, i) => protocols.Skip(i + 1).Select(other => (one, other))).ToList();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp; )
        {
            protocols.ForEach(protocol => Analyse(protocol));
            pairs.ForEach(pair => ProtocolDiff.Compare(pair.one, pair.other));
        }

        foreach (var protocol in protocols)
        {
            Print($"check and prove {protocol.Key}", Median(() => Analyse(protocol)), "ms, bar 10");
        }

        Print("check and prove all", Median(() => protocols.Sum(Analyse)), "ms, bar 100");
        foreach (var (one, other) in pairs)
        {
            var count = ProtocolDiff.Compare(one, other).Count;
            Print(
                string.Create(CultureInfo.InvariantCulture, $"diff {one.Key} {other.Key} ({count} ways)"),
                Median(() => ProtocolDiff.Compare(one, other).Count),
                "ms, bar 25"
            );
        }

        foreach (var verb in new[] { "check", "prove" })
        {
            Print($"the command `comity {verb}` of all, process and all", Median(() => Start(command, verb), 5), "ms");
        }

        return 0;
    }

    private static int Analyse(Protocol protocol) => ProtocolCheck.Run(protocol).Count + ProtocolProof.Run(protocol).Count;

    private static int Start(string command, string verb)
    {
        using var process =
            Process.Start(new ProcessStartInfo("dotnet", [command, verb]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{command} does not start");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static double Median(Func<int> work, int rounds = Rounds) =>
        Enumerable
            .Range(0, rounds)
            .Select(_ =>
            {
                var watch = Stopwatch.StartNew();
                GC.KeepAlive(work());
                return watch.Elapsed.TotalMilliseconds;
            })
            .Order()
            .ElementAt(rounds / 2);

    private static void Print(string what, double milliseconds, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what, -60} {milliseconds, 9:F1} {unit}"));
}
