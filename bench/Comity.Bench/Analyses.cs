using System.Diagnostics;
using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Analysis;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Bench;

/// <summary>
/// Every analysis of every protocol of the repository, and the difference of every two: in process, after a warm-up, the median of the rounds, and the
/// processor time of the fastest, which says something where other work stands in the way. And the
/// command that checks and proves all of them, from the start of the process to its end.
/// </summary>
internal static class Analyses
{
    private const int Rounds = 25;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static int Run(string command)
    {
        var library = PackFolder.Open(Checkout.PathOf("protocols"));
        var keys = library.Packs.Select(pack => pack.Key).ToList();
        var pairs = keys.SelectMany((one, i) => keys.Skip(i + 1).Select(other => (one, other))).ToList();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp; )
        {
            var protocols = Compiled(library);
            keys.ForEach(key => Analyse(protocols[key]));
            pairs.ForEach(pair => ProtocolDiff.Compare(protocols[pair.one], protocols[pair.other]));
        }

        Print("compile all", Median(() => 0, _ => Compiled(library).Count), "ms");
        foreach (var key in keys)
        {
            Print($"check and prove {key}", Median(() => Compiled(library)[key], Analyse), "ms, bar 10");
        }

        Print("  of all, check", Median(() => Compiled(library), all => all.Values.Sum(one => ProtocolCheck.Run(one).Count)), "ms");
        Print("  of all, prove", Median(() => Compiled(library), all => all.Values.Sum(one => ProtocolProof.Run(one).Count)), "ms");
        Print(
            "  of all, where concerns end",
            Median(() => Compiled(library), all => all.Values.Sum(one => ProtocolProof.Concerns(one).Noted.Count)),
            "ms"
        );
        Print("check and prove all", Median(() => Compiled(library), all => all.Values.Sum(Analyse)), "ms, bar 100");
        foreach (var (one, other) in pairs)
        {
            var count = 0;
            var took = Median(() => Compiled(library), all => count = ProtocolDiff.Compare(all[one], all[other]).Count);
            Print(string.Create(CultureInfo.InvariantCulture, $"diff {one} {other} ({count} ways)"), took, "ms, bar 25");
        }

        foreach (var verb in new[] { "check", "prove" })
        {
            Print($"the command `comity {verb}` of all, process and all", Median(() => 0, _ => Start(command, verb), 5), "ms");
        }

        return 0;
    }

    // Afresh for every round: what a protocol has worked out once it keeps, and that is not to be measured.
    private static Dictionary<string, Protocol> Compiled(PackLibrary library) =>
        library.Packs.ToDictionary(pack => pack.Key, pack => pack.Compile(), StringComparer.Ordinal);

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

    private static (double Median, double Processor) Median<T>(Func<T> given, Func<T, int> work, int rounds = Rounds)
    {
        var times = Enumerable
            .Range(0, rounds)
            .Select(_ =>
            {
                var with = given();
                var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                GC.KeepAlive(work(with));
                return (Wall: watch.Elapsed.TotalMilliseconds, Processor: (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            })
            .ToList();
        return (times.Select(time => time.Wall).Order().ElementAt(rounds / 2), times.Min(time => time.Processor));
    }

    private static void Print(string what, (double Median, double Processor) took, string unit) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -60} {took.Median, 9:F1} {unit} ({took.Processor:F1} ms of processor time in the fastest round)"
            )
        );
}
