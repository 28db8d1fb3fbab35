using System.Numerics;

namespace Comity.Protocols.Evaluation;

/// <summary>
/// Finds the facts to ask for: exactly the plan whose worst case is shortest, by deepening search with memory; among equals the fact that the
/// vocabulary declares first. A situation so open that the search would be long falls back to the fact on which most rules wait.
/// </summary>
internal sealed class QuestionSearch
{
    // States visited before the search gives up being exact; about a tenth of a second.
    private const int MostStates = 20_000;

    private readonly Slice slice;
    private readonly EncodedSituation situation;
    private readonly Dictionary<(ulong, ulong), bool> settled = [];
    private readonly Dictionary<(ulong, ulong), (int Fails, int Works)> known = [];
    private int states;

    private QuestionSearch(Slice slice, in EncodedSituation situation)
    {
        this.slice = slice;
        this.situation = situation;
    }

    /// <summary>The places in <see cref="Slice.Facts"/> of the facts to ask for, the next one first; empty when the answer is settled.</summary>
    public static IReadOnlyList<int> Find(Slice slice, in EncodedSituation situation)
    {
        var search = new QuestionSearch(slice, in situation);
        var open = search.OpenFacts(situation.True, situation.False);
        if (search.IsSettled(situation.True, situation.False))
        {
            return [];
        }

        for (var depth = 1; depth <= open.Count && search.states < MostStates; depth++)
        {
            if (search.CanSettle(situation.True, situation.False, depth))
            {
                return search.Plan(depth);
            }
        }

        return [.. open.OrderByDescending(fact => search.RulesWaitingFor(fact)).ThenBy(fact => fact)];
    }

    private List<int> OpenFacts(ulong yes, ulong no)
    {
        slice.States(situation.Candidates, yes, no, out _, out var undecided);
        var atoms = slice.OpenAtoms(undecided & slice.Material, yes, no);
        var found = new List<int>();
        for (var i = 0; i < slice.Facts.Length; i++)
        {
            if ((slice.Facts[i].Atoms & atoms) != 0)
            {
                found.Add(i);
            }
        }

        return found;
    }

    private int RulesWaitingFor(int fact)
    {
        slice.States(situation.Candidates, situation.True, situation.False, out _, out var undecided);
        var count = 0;
        for (var rest = undecided & slice.Material; rest != 0; rest &= rest - 1)
        {
            var rule = 1UL << BitOperations.TrailingZeroCount(rest);
            count += (slice.OpenAtoms(rule, situation.True, situation.False) & slice.Facts[fact].Atoms) != 0 ? 1 : 0;
        }

        return count;
    }

    private bool IsSettled(ulong yes, ulong no)
    {
        if (!settled.TryGetValue((yes, no), out var answer))
        {
            states++;
            answer = slice.IsSettled(in situation, yes, no);
            settled[(yes, no)] = answer;
        }

        return answer;
    }

    // True when some plan of at most so many questions settles the answer, whatever is answered.
    private bool CanSettle(ulong yes, ulong no, int questions)
    {
        if (IsSettled(yes, no))
        {
            return true;
        }

        var (fails, works) = known.GetValueOrDefault((yes, no), (0, int.MaxValue));
        if (questions <= fails || states >= MostStates)
        {
            return false;
        }

        if (questions >= works)
        {
            return true;
        }

        var can = BestFact(yes, no, questions) >= 0;
        known[(yes, no)] = can ? (fails, questions) : (questions, works);
        return can;
    }

    private int BestFact(ulong yes, ulong no, int questions)
    {
        foreach (var fact in OpenFacts(yes, no))
        {
            if (Array.TrueForAll(slice.Facts[fact].Classes, value => CanSettle(yes | value.True, no | value.False, questions - 1)))
            {
                return fact;
            }
        }

        return -1;
    }

    // The facts of the plan, those that are asked earlier first.
    private List<int> Plan(int depth)
    {
        var found = new List<int>();
        var level = new List<(ulong Yes, ulong No)> { (situation.True, situation.False) };
        for (var left = depth; left > 0 && level.Count > 0; left--)
        {
            var next = new List<(ulong, ulong)>();
            foreach (var (yes, no) in level.Where(state => !IsSettled(state.Yes, state.No)))
            {
                var fact = BestFact(yes, no, left);
                if (fact < 0)
                {
                    continue;
                }

                if (!found.Contains(fact))
                {
                    found.Add(fact);
                }

                next.AddRange(slice.Facts[fact].Classes.Select(value => (yes | value.True, no | value.False)));
            }

            level = [.. next.Distinct()];
        }

        return found;
    }
}
