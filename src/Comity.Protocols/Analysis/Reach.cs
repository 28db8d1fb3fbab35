namespace Comity.Protocols.Analysis;

/// <summary>
/// Says whether something can come about under the rules on one act. Only the rules in question are weighed, and only the people and facts that they can tell
/// apart are tried: every one of them, until it does.
/// </summary>
internal sealed class Reach
{
    private readonly Slice slice;
    private readonly IReadOnlyList<string> stages;
    private readonly ulong[] by;
    private readonly ulong[] to;
    private readonly ulong[] about;
    private readonly (DayStretch Days, ulong Holding)[] days;
    private readonly (ulong True, ulong False)[][] values;

    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="slice">The rules.</param>
    /// <param name="stages">The stages that may have been tried, where they are not those of the rules.</param>
    public Reach(Vocabulary vocabulary, Slice slice, IReadOnlyList<string>? stages = null)
    {
        this.slice = slice;
        this.stages = stages ?? slice.Stages;
        by = [.. Filling.Of(vocabulary, PlaceRules.By(slice), default, 0).Select(person => person.One)];
        to = [.. Filling.Of(vocabulary, PlaceRules.To(slice), default, 0).Select(person => person.One)];
        about = [.. Filling.Of(vocabulary, PlaceRules.About(slice), default, 0).Select(person => person.One)];
        days = [.. DayStretch.Of(slice).Select(stretch => (stretch, Castings.Holding(slice, stretch.Day)))];
        values = Array.ConvertAll(slice.Facts, ValuesOf);
    }

    /// <summary>The rules themselves and those that override one of them: all on which it depends whether they have effect.</summary>
    public ulong WithOverriding(ulong rules)
    {
        var all = rules;
        foreach (ref readonly var rule in slice.Overriding.AsSpan())
        {
            all |= (rule.Despite & rules) != 0 ? 1UL << rule.Place : 0;
        }

        return all;
    }

    /// <summary>Whether there is a situation in which it holds.</summary>
    /// <param name="required">The rules that must speak of the people in it.</param>
    /// <param name="relevant">All rules on which it depends.</param>
    /// <param name="judge">What is looked for.</param>
    /// <param name="given">A fact that is so, and its value; null for none.</param>
    public bool Exists(ulong required, ulong relevant, SituationSearch.Judge judge, (string Fact, string Value)? given = null) =>
        Array.Exists(days, stretch => Exists(required, relevant, judge, given, stretch.Holding));

    /// <summary>The days on which there is such a situation, the latest first; none when there never is.</summary>
    public IReadOnlyList<DayStretch> When(ulong required, ulong relevant, SituationSearch.Judge judge) =>
        [.. days.Where(stretch => Exists(required, relevant, judge, null, stretch.Holding)).Select(stretch => stretch.Days)];

    private bool Exists(ulong required, ulong relevant, SituationSearch.Judge judge, (string Fact, string Value)? given, ulong holding)
    {
        if ((holding & required) != required)
        {
            return false;
        }

        var (yes, no) = given is { } stated ? MasksOf(stated.Fact, stated.Value) : (0UL, 0UL);
        var (actors, recipients, subjects) = (Fitting(by), Fitting(to), Fitting(about));
        var tried = new HashSet<ulong>();
        foreach (var actor in actors)
        {
            foreach (var recipient in recipients)
            {
                foreach (var subject in subjects)
                {
                    var candidates = actor & recipient & subject & holding;
                    if (tried.Add(candidates) && Visit(candidates, yes, no, judge))
                    {
                        return true;
                    }
                }
            }
        }

        return false;

        // What a place holds, as far as it matters: a handful of sets of rules, however many people there are.
        List<ulong> Fitting(ulong[] place)
        {
            var fitting = new List<ulong>();
            foreach (var rules in place)
            {
                var mattering = rules & relevant;
                if ((rules & required) == required && !fitting.Contains(mattering))
                {
                    fitting.Add(mattering);
                }
            }

            return fitting;
        }
    }

    private bool Visit(ulong candidates, ulong yes, ulong no, SituationSearch.Judge judge)
    {
        var view = new View(slice, candidates, yes, no, View.StageOpen);
        var judgement = judge(in view);
        if (judgement.Holds is { } holds)
        {
            return holds;
        }

        foreach (ref readonly var value in values[slice.FirstOpenFact(judgement.OpenRule, yes, no)].AsSpan())
        {
            if (Visit(candidates, yes | value.True, no | value.False, judge))
            {
                return true;
            }
        }

        return false;
    }

    private (ulong True, ulong False) MasksOf(string name, string stated) =>
        Array.Find(slice.Facts, fact => fact.Fact.Name == name) is { } found
            ? found.Masks(FactAnswer.Parse(found.Fact, stated)!.Value)
            : (0, 0);

    private (ulong, ulong)[] ValuesOf(SliceFact fact) =>
        fact.Fact.Kind switch
        {
            FactKind.Date => [(0, fact.Atoms), (fact.Bit, fact.Atoms & ~fact.Bit)],
            FactKind.Stage =>
            [
                (0, fact.Atoms),
                .. stages
                    .Select(stage => fact.StageBits.GetValueOrDefault(stage))
                    .Where(bit => bit != 0)
                    .Select(bit => (bit, fact.Atoms & ~bit)),
            ],
            _ => Array.ConvertAll(fact.Classes, value => (value.True, value.False)),
        };
}
