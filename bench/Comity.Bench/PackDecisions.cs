using System.Globalization;
using Comity.Protocols;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Bench;

/// <summary>An act of each protocol beside the same rules written by hand; Wigan's three stand in <see cref="Decisions"/>.</summary>
internal static class PackDecisions
{
    private const int Situations = 16_384;
    private const int Stretch = 2_048;
    private const int Rounds = 24;

    public static int Run()
    {
        var library = PackFolder.Open(Checkout.PathOf("protocols"));
        foreach (var (key, act, byHand, words) in PackSwitches.All)
        {
            var protocol = library.Find(key)!.Compile();
            var drawn = Draw(seed: 20261122);
            var asked = Array.ConvertAll(drawn, one => words(Situation.In(library.Vocabulary).Act(act), one).Build());
            var encoded = Array.ConvertAll(asked, protocol.Encode);
            for (var i = 0; i < drawn.Length; i++)
            {
                var (engine, hand) = (protocol.Evaluate(encoded[i]).Outcome, byHand(drawn[i]).Item1);
                if (engine != hand || protocol.Decide(asked[i]).Outcome != hand)
                {
                    Console.Error.WriteLine($"{key}: they differ, {engine} and {hand} by hand, for\n{asked[i].ToCanonicalText()}");
                    return 1;
                }
            }

            // Another protocol that was asked in between has left its explanation with the situation, so that this one has to look for its own.
            var twin = Protocol.Compile(protocol.File, protocol.Files.Skip(1));
            Turns.Measure(
                string.Create(CultureInfo.InvariantCulture, $"{key}, {act}: {Situations} random situations, the same outcomes from all"),
                Situations,
                Stretch,
                Rounds,
                ("hand-written switch", start => ByHand(byHand, drawn.AsSpan(start, Stretch))),
                ("decision, all deciding clauses", start => Asking.Evaluated(protocol, encoded.AsSpan(start, Stretch))),
                ("explained, situation met before", start => Asking.Explained(protocol, asked.AsSpan(start, Stretch))),
                ("explained, situation new", start => Asking.Explained(twin, asked.AsSpan(start, Stretch))),
                ("(the third again)", start => Asking.Explained(protocol, asked.AsSpan(start, Stretch)))
            );
        }

        return 0;
    }

    private static Drawn[] Draw(uint seed)
    {
        var state = seed;
        uint Next(uint below)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            return (state >> 8) % below;
        }

        bool Coin() => Next(2) == 1;

        var drawn = new Drawn[Situations];
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = new Drawn((byte)Next(2), (byte)Next(5), (byte)Next(5), Coin(), Coin(), Coin(), Coin(), Coin(), Coin());
        }

        return drawn;
    }

    private static ulong ByHand(Func<Drawn, (Outcome Outcome, ulong Rules)> byHand, ReadOnlySpan<Drawn> drawn)
    {
        ulong sum = 0;
        foreach (var one in drawn)
        {
            var (outcome, rules) = byHand(one);
            sum += rules + (ulong)outcome;
        }

        return sum;
    }
}
