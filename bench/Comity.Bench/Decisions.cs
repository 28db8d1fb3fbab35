using System.Diagnostics;
using System.Globalization;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Bench;

/// <summary>
/// One decision with all deciding clauses under the Wigan protocol, beside the same rules written by hand as a C# switch. Both are given
/// 65,536 random situations that no branch predictor can learn; first they are held against each other on every one.
/// </summary>
internal static class Decisions
{
    private const int Situations = 65_536;
    private const int Rounds = 15;

    public static int Run()
    {
        var read = ReadTogether.From([.. TestPeople.WiganTexts()], "bench");
        var protocol = read.Protocol;
        var letters = HandWrittenSwitch.Situations(Situations, seed: 20261122);
        var asked = letters.Select(letter => letter.ToSituation(read.Vocabulary)).ToArray();
        var encoded = asked.Select(protocol.Encode).ToArray();
        for (var i = 0; i < Situations; i++)
        {
            var (engine, hand) = (protocol.Evaluate(encoded[i]).Outcome, HandWrittenSwitch.Decide(letters[i]).Outcome);
            if (engine != hand)
            {
                Console.Error.WriteLine($"They differ: {engine} and {hand} for\n{asked[i].ToCanonicalText()}");
                return 1;
            }
        }

        // Explanations of situations met before come from the engine's cache; the first pass fills it.
        foreach (var situation in asked)
        {
            _ = protocol.Decide(situation);
        }

        var (byHand, evaluated, explained) = (new double[Rounds], new double[Rounds], new double[Rounds]);
        var bytes = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            byHand[round] = Time(() =>
            {
                ulong sum = 0;
                foreach (ref readonly var letter in letters.AsSpan())
                {
                    sum += HandWrittenSwitch.Decide(in letter).Rules;
                }

                return sum;
            });
            var before = GC.GetAllocatedBytesForCurrentThread();
            evaluated[round] = Time(() =>
            {
                ulong sum = 0;
                foreach (ref readonly var situation in encoded.AsSpan())
                {
                    sum += protocol.Evaluate(in situation).InForce;
                }

                return sum;
            });
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            explained[round] = Time(() =>
            {
                ulong sum = 0;
                foreach (var situation in asked)
                {
                    sum += (ulong)protocol.Decide(situation).DecidedBy.Count;
                }

                return sum;
            });
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Situations} random situations of 3 acts, the same answers from both; median of {Rounds} interleaved rounds"
            )
        );
        Print("hand-written switch", Median(byHand), Median(byHand));
        Print("decision, all deciding clauses", Median(evaluated), Median(byHand));
        Print("decision with explanation", Median(explained), Median(byHand));
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"allocated by {Situations} decisions with all deciding clauses: {bytes} bytes")
        );
        return 0;
    }

    private static void Print(string what, double nanoseconds, double floor) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what, -34} {nanoseconds, 8:F1} ns   {nanoseconds / floor, 6:F2} ×")
        );

    private static double Time(Func<ulong> work)
    {
        var watch = Stopwatch.StartNew();
        var sum = work();
        watch.Stop();
        GC.KeepAlive(sum);
        return watch.Elapsed.TotalNanoseconds / Situations;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
