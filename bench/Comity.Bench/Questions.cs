using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Evaluation;
using Comity.Protocols.Interviews;
using Comity.Protocols.Language;
using Comity.Protocols.Vocabularies;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Bench;

/// <summary>
/// How many questions an interview asks until the answer is settled: every act of every protocol, with drawn people and answers, the same in every run. Where an
/// act has few enough open facts, beside the fewest that any order of questions could do with.
/// </summary>
internal static class Questions
{
    private const int Completions = 40;

    // With more the plain search for the best order takes minutes.
    private const int MostOpenFacts = 8;

    public static int Run()
    {
        var library = PackFolder.Open(Checkout.PathOf("protocols"));
        Console.WriteLine(
            $"{"", -18} {"interviews", 10} {"mean", 6} {"most", 5}   {"who", 5} {"dates", 6}   {"plans", 6} {"optimal", 8} {"mean", 6} {"best", 6}   {"larger", 6}"
        );
        var all = new Tally();
        foreach (var pack in library.Packs)
        {
            var tally = new Tally();
            var protocol = pack.Compile();
            var state = 20260402u;
            foreach (var act in protocol.Acts)
            {
                for (var i = 0; i < Completions; i++)
                {
                    Interview(protocol, act, ref state, tally);
                }
            }

            tally.Print(pack.Key);
            all.Add(tally);
        }

        all.Print("all");
        return 0;
    }

    private static void Interview(Protocol protocol, string act, ref uint state, Tally tally)
    {
        var said = Situation.In(protocol.Vocabulary).Act(act).Build();
        var nobody = new HashSet<Party>();
        var (facts, people, dates) = (0, 0, 0);
        while (true)
        {
            switch (new Interview(protocol, said, nobody, new HashSet<string>()).Next())
            {
                case WhoStep who:
                    people++;
                    var role = Next(ref state, who.Offered.Count + 1);
                    if (role == who.Offered.Count)
                    {
                        nobody.Add(who.Place);
                        break;
                    }

                    said = With(said.ToBuilder(), who.Place, who.Offered[role].Name).Build();
                    break;
                case FactStep { Question.IsForDate: true } date:
                    dates++;
                    said = said.ToBuilder().With(date.Question.Fact.Name, new DateOnly(2026, 4, 2)).Build();
                    break;
                case FactStep fact:
                    if (facts == 0)
                    {
                        Plan(protocol, said, tally);
                    }

                    facts++;
                    var values = ValuesOf(protocol, said, fact.Question.Fact);
                    said = said.ToBuilder().With(fact.Question.Fact.Name, values[Next(ref state, values.Count)]).Build();
                    break;
                default:
                    tally.Count(facts, people, dates);
                    return;
            }
        }
    }

    // The questions of every way through the interview, beside the best order: in the worst case, and on average over the answers.
    private static void Plan(Protocol protocol, Situation said, Tally tally)
    {
        var encoded = protocol.Encode(said);
        var slice = encoded.Slice!;
        slice.States(encoded.Candidates, encoded.True, encoded.False, out _, out var undecided);
        var atoms = slice.OpenAtoms(undecided & slice.Material, encoded.True, encoded.False);
        var open = Enumerable.Range(0, slice.Facts.Length).Where(fact => (slice.Facts[fact].Atoms & atoms) != 0).ToArray();
        if (!tally.IsNew(slice, encoded.Candidates, encoded.True, encoded.False))
        {
            return;
        }

        if (open.Length > MostOpenFacts)
        {
            tally.CountLarger();
        }
        else
        {
            var asked = Walk(protocol, said);
            var best = Best(encoded, open, encoded.True, encoded.False, []);
            tally.CountPlan(asked, best);
        }
    }

    private static (int Most, double Mean) Walk(Protocol protocol, Situation said)
    {
        if (protocol.NextQuestion(said) is not { IsForDate: false } question)
        {
            return (0, 0);
        }

        var ways = ValuesOf(protocol, said, question.Fact)
            .Select(value => Walk(protocol, said.ToBuilder().With(question.Fact.Name, value).Build()))
            .ToList();
        return (1 + ways.Max(way => way.Most), 1 + ways.Average(way => way.Mean));
    }

    private static (int Most, double Mean) Best(
        EncodedSituation situation,
        int[] open,
        ulong yes,
        ulong no,
        Dictionary<(ulong, ulong), (int, double)> known
    )
    {
        if (known.TryGetValue((yes, no), out var found))
        {
            return found;
        }

        var slice = situation.Slice!;
        var (most, mean) = slice.IsSettled(in situation, yes, no) ? (0, 0.0) : (int.MaxValue, double.MaxValue);
        for (var i = 0; most > 0 && i < open.Length; i++)
        {
            var fact = slice.Facts[open[i]];
            if ((fact.Atoms & ~(yes | no)) == 0)
            {
                continue;
            }

            var ways = fact.Classes.Select(value => Best(situation, open, yes | value.True, no | value.False, known)).ToList();
            most = Math.Min(most, 1 + ways.Max(way => way.Most));
            mean = Math.Min(mean, 1 + ways.Average(way => way.Mean));
        }

        return known[(yes, no)] = (most, mean);
    }

    // One answer for each that the rules on the act can tell apart.
    private static List<string> ValuesOf(Protocol protocol, Situation said, Fact fact) =>
        [.. Array.Find(protocol.Encode(said).Slice!.Facts, other => other.Fact.Name == fact.Name)!.Classes.Select(value => value.Example)];

    private static SituationBuilder With(SituationBuilder said, Party place, string role) =>
        place switch
        {
            Party.Actor => said.By(role),
            Party.Recipient => said.To(role),
            _ => said.About(role),
        };

    // Numerical Recipes' linear congruential generator.
    private static int Next(ref uint state, int below)
    {
        state = unchecked((state * 1664525u) + 1013904223u);
        return (int)((state >> 8) % (uint)below);
    }

    private sealed class Tally
    {
        private readonly HashSet<(Slice, ulong, ulong, ulong)> seen = [];
        private int interviews;
        private int facts;
        private int most;
        private int people;
        private int dates;
        private int plans;
        private int optimal;
        private int larger;
        private double mean;
        private double best;

        public bool IsNew(Slice slice, ulong candidates, ulong yes, ulong no) => seen.Add((slice, candidates, yes, no));

        public void Count(int asked, int who, int when)
        {
            (interviews, facts, people, dates) = (interviews + 1, facts + asked, people + who, dates + when);
            most = Math.Max(most, asked);
        }

        public void CountPlan((int Most, double Mean) asked, (int Most, double Mean) least)
        {
            plans++;
            optimal += asked.Most == least.Most ? 1 : 0;
            mean += asked.Mean;
            best += least.Mean;
        }

        public void CountLarger() => larger++;

        public void Add(Tally other)
        {
            larger += other.larger;
            (interviews, facts, people, dates) = (
                interviews + other.interviews,
                facts + other.facts,
                people + other.people,
                dates + other.dates
            );
            (plans, optimal, mean, best) = (plans + other.plans, optimal + other.optimal, mean + other.mean, best + other.best);
            most = Math.Max(most, other.most);
        }

        public void Print(string name) =>
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -18} {interviews, 10} {(double)facts / interviews, 6:F2} {most, 5}   {(double)people / interviews, 5:F2} {(double)dates / interviews, 6:F2}   {plans, 6} {optimal, 8} {(plans == 0 ? 0 : mean / plans), 6:F2} {(plans == 0 ? 0 : best / plans), 6:F2}   {larger, 6}"
                )
            );
    }
}
