using System.Globalization;
using Comity.Protocols;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Bench;

/// <summary>
/// One decision with all deciding clauses under the Wigan protocol, beside the same rules written by hand as a C# switch. Both are given
/// 65,536 random situations that no branch predictor can learn; first they are held against each other on every one.
/// </summary>
/// <remarks>
/// The four take turns on stretches of 2,048 situations, and the median of them counts: on a machine that others use as well, whoever is
/// interrupted loses a few and not the figure. What each is given is as far on its way as its callers have it: the switch a struct of
/// plain values, a decision with its clauses the bits that <see cref="Protocol.Encode"/> made once, and an explanation the
/// <see cref="Situation"/> with its names, which is many times larger and lies scattered in memory; the walk through that memory is in the
/// figure. "Met before" is a situation that the same protocol explained last; "new" is one that it has not seen, of a kind that it has.
/// </remarks>
internal static class Decisions
{
    private const int Situations = 65_536;
    private const int Stretch = 2_048;
    private const int Rounds = 12;

    public static int Run()
    {
        var read = ReadTogether.From([.. TestPeople.WiganTexts()], "bench");
        var protocol = read.Protocol;
        var twin = Protocol.Compile(protocol.File, protocol.Files.Skip(1));
        var letters = HandWrittenSwitch.Situations(Situations, seed: 20261122);
        var asked = letters.Select(letter => letter.ToSituation(read.Vocabulary)).ToArray();
        var encoded = asked.Select(protocol.Encode).ToArray();
        for (var i = 0; i < Situations; i++)
        {
            var (engine, hand) = (protocol.Evaluate(encoded[i]).Outcome, HandWrittenSwitch.Decide(letters[i]).Outcome);
            if (engine != hand || protocol.Decide(asked[i]).Outcome != hand)
            {
                Console.Error.WriteLine($"They differ: {engine} and {hand} for\n{asked[i].ToCanonicalText()}");
                return 1;
            }
        }

        // A protocol keeps its last explanation with the situation; when two take turns each finds the other's, and has to look.
        Turns.Measure(
            $"{Situations} random situations of 3 acts, the same answers from both",
            Situations,
            Stretch,
            Rounds,
            ("hand-written switch", start => ByHand(letters.AsSpan(start, Stretch))),
            ("decision, all deciding clauses", start => Asking.Evaluated(protocol, encoded.AsSpan(start, Stretch))),
            ("explained, situation met before", start => Asking.Explained(protocol, asked.AsSpan(start, Stretch))),
            ("explained, situation new", start => Asking.Explained(twin, asked.AsSpan(start, Stretch))),
            ("(the third again)", start => Asking.Explained(protocol, asked.AsSpan(start, Stretch)))
        );

        var before = GC.GetAllocatedBytesForCurrentThread();
        Asking.Evaluated(protocol, encoded);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"allocated by {Situations} decisions with all deciding clauses: {bytes} bytes")
        );
        return 0;
    }

    private static ulong ByHand(ReadOnlySpan<Asked> letters)
    {
        ulong sum = 0;
        foreach (ref readonly var letter in letters)
        {
            var (outcome, rules) = HandWrittenSwitch.Decide(in letter);
            sum += rules + (ulong)outcome;
        }

        return sum;
    }
}
