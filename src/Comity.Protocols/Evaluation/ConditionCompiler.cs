using System.Numerics;

namespace Comity.Protocols.Evaluation;

/// <summary>Turns the conditions of the rules of one act into bits: each test of a fact is one, a condition is an "or" of "and"s of them.</summary>
internal sealed class ConditionCompiler(Vocabulary vocabulary)
{
    /// <summary>The most tests that the rules of one act may have: the bits of a word.</summary>
    public const int MostAtoms = 64;

    // A condition that needs more combinations than this is easier to read as several rules.
    private const int MostConjuncts = 256;

    private readonly SortedDictionary<int, SliceFact> facts = [];

    /// <summary>The facts in the order of the vocabulary.</summary>
    public IReadOnlyCollection<SliceFact> Facts => facts.Values;

    public int AtomCount { get; private set; }

    /// <summary>The condition of a rule as an "or" of "and"s; null when it has too many combinations. An empty list can never hold.</summary>
    public List<Conjunct>? Compile(IEnumerable<Condition> when, IEnumerable<Condition> unless, IEnumerable<Name> provided)
    {
        List<Conjunct>? all = [default];
        foreach (var condition in when)
        {
            all = And(all, Compile(condition, positive: true));
        }

        foreach (var condition in unless)
        {
            all = And(all, Compile(condition, positive: false));
        }

        foreach (var fact in provided)
        {
            all = And(all, [new Conjunct(YesBit(fact.Text), 0)]);
        }

        return all;
    }

    /// <summary>The bit of a yes-or-no fact, or of a date's being known.</summary>
    public ulong YesBit(string name)
    {
        var fact = FactOf(name);
        if (fact.Bit == 0)
        {
            fact.Bit = NewAtom(fact);
        }

        return fact.Bit;
    }

    private List<Conjunct>? Compile(Condition condition, bool positive) =>
        condition switch
        {
            FactIsYes c => Literal(YesBit(c.Fact.Text), positive),
            FactIsKnown c => Literal(YesBit(c.Fact.Text), positive),
            FactIsOneOf c => Join(c.Values.Select(value => Value(c.Fact.Text, value.Text, positive)), any: positive),
            FactCompares c => Compare(c, positive),
            NotCondition c => Compile(c.Inner, !positive),
            AllConditions c => Join(c.Parts.Select(part => Compile(part, positive)), any: !positive),
            AnyCondition c => Join(c.Parts.Select(part => Compile(part, positive)), any: positive),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private List<Conjunct>? Join(IEnumerable<List<Conjunct>?> parts, bool any)
    {
        List<Conjunct>? all = any ? [] : [default];
        foreach (var part in parts)
        {
            all = any ? Or(all, part) : And(all, part);
        }

        return all;
    }

    private static List<Conjunct> Literal(ulong bit, bool positive) => [positive ? new Conjunct(bit, 0) : new Conjunct(0, bit)];

    private List<Conjunct> Value(string name, string value, bool positive)
    {
        var fact = FactOf(name);
        if (fact.Fact.Kind == FactKind.YesNo)
        {
            return Literal(YesBit(name), positive == (value == "yes"));
        }

        if (fact.Fact.Kind == FactKind.Stage)
        {
            if (!fact.StageBits.TryGetValue(value, out var stage))
            {
                fact.StageBits[value] = stage = NewAtom(fact);
            }

            return Literal(stage, positive);
        }

        ref var bit = ref fact.ChoiceBits[fact.Fact.ChoiceIndex(value)];
        bit = bit != 0 ? bit : NewAtom(fact);
        return Literal(bit, positive);
    }

    // "at most" is the opposite of "more than", and "fewer than" of "at least": two kinds of bits are enough.
    private List<Conjunct> Compare(FactCompares test, bool positive)
    {
        var fact = FactOf(test.Fact.Text);
        var inclusive = test.Comparison is Comparison.AtLeast or Comparison.FewerThan;
        var upwards = test.Comparison is Comparison.AtLeast or Comparison.MoreThan;
        var bit = fact.Thresholds.Find(t => t.Threshold == test.Number && t.Inclusive == inclusive).Bit;
        if (bit == 0)
        {
            bit = NewAtom(fact);
            fact.Thresholds.Add((test.Number, inclusive, bit));
        }

        return Literal(bit, positive == upwards);
    }

    private SliceFact FactOf(string name)
    {
        var fact = vocabulary.Facts[name];
        if (!facts.TryGetValue(fact.Index, out var found))
        {
            facts[fact.Index] = found = new SliceFact(fact);
        }

        return found;
    }

    // Beyond the last bit atoms are only counted; the caller reports the act and never decides it.
    private ulong NewAtom(SliceFact fact)
    {
        var bit = AtomCount < MostAtoms ? 1UL << AtomCount : 1UL << (MostAtoms - 1);
        AtomCount++;
        fact.Atoms |= bit;
        return bit;
    }

    private List<Conjunct>? And(List<Conjunct>? left, List<Conjunct>? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        var found = new List<Conjunct>();
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                var both = a.And(b);
                if (!both.IsContradiction && !HasTwoValues(both))
                {
                    found.Add(both);
                }
            }
        }

        return Simplify(found);
    }

    private static List<Conjunct>? Or(List<Conjunct>? left, List<Conjunct>? right) =>
        left is null || right is null ? null : Simplify([.. left, .. right]);

    private bool HasTwoValues(Conjunct conjunct) =>
        facts.Values.Any(fact =>
            fact.Fact.Kind is FactKind.OneOf or FactKind.Stage && BitOperations.PopCount(conjunct.MustBeTrue & fact.Atoms) > 1
        );

    private static List<Conjunct>? Simplify(List<Conjunct> conjuncts)
    {
        if (conjuncts.Count > MostConjuncts * 16)
        {
            return null;
        }

        var found = new List<Conjunct>();
        foreach (var conjunct in conjuncts)
        {
            if (!found.Exists(kept => kept.Covers(conjunct)))
            {
                found.RemoveAll(kept => conjunct.Covers(kept));
                found.Add(conjunct);
            }
        }

        return found.Count > MostConjuncts ? null : found;
    }
}
