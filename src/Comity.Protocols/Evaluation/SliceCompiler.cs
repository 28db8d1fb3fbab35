namespace Comity.Protocols.Evaluation;

/// <summary>Compiles the rules that speak about one act.</summary>
internal sealed class SliceCompiler
{
    /// <summary>The most rules that may speak about one act: the bits of a word.</summary>
    public const int MostRules = 64;

    private readonly string act;
    private readonly Rule[] rules;
    private readonly Vocabulary vocabulary;
    private readonly DiagnosticBag bag;
    private readonly ConditionCompiler conditions;
    private readonly List<Conjunct> conjuncts = [];
    private readonly List<int> starts = [0];
    private readonly List<string> stages = [];
    private string? fault;

    private SliceCompiler(string act, Rule[] rules, Vocabulary vocabulary, string? fault, DiagnosticBag bag)
    {
        this.act = act;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.fault = fault;
        this.bag = bag;
        conditions = new ConditionCompiler(vocabulary);
    }

    /// <param name="act">The act.</param>
    /// <param name="all">The rules of all layers that speak about the act, in any order.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="fault">Why the act cannot be decided, if that is known already.</param>
    /// <param name="bag">Where findings go.</param>
    public static Slice Compile(string act, IEnumerable<Rule> all, Vocabulary vocabulary, string? fault, DiagnosticBag bag)
    {
        var rules = all.OrderBy(rule => rule.Layer)
            .ThenBy(rule => rule.Norm, NaturalOrder.Instance)
            .ThenBy(rule => rule.ToString(), StringComparer.Ordinal)
            .ToArray();
        if (rules.Length > MostRules)
        {
            bag.Report(
                DiagnosticKinds.TooManyRules,
                rules[MostRules].At,
                FormattableString.Invariant($"the act `{act}` has {rules.Length} rules; at most {MostRules} can be weighed together"),
                "give some of them an act of their own"
            );
            fault = "too many rules speak about it";
            rules = rules[..MostRules];
        }

        return new SliceCompiler(act, rules, vocabulary, fault, bag).Compile();
    }

    private Slice Compile()
    {
        foreach (var rule in rules)
        {
            CompileCondition(rule);
        }

        var requirements = Requirements();
        var steps = Steps();
        var dues = Dues();
        var facts = conditions.Facts.ToArray();
        if (conditions.AtomCount > ConditionCompiler.MostAtoms)
        {
            bag.Report(
                DiagnosticKinds.TooManyFacts,
                rules[0].At,
                FormattableString.Invariant(
                    $"the rules on `{act}` test facts in {conditions.AtomCount} ways; at most {ConditionCompiler.MostAtoms} can be weighed together"
                ),
                "give some of them an act of their own"
            );
            fault ??= "its rules test too many facts";
        }

        foreach (var fact in facts)
        {
            fact.Complete();
        }

        var defaults = Defaults(facts);
        var despite = rules.Select(rule => MaskOf(other => rule.Despite.Any(norm => norm.Text == other.Norm))).ToArray();
        var (byRole, byAnyone) = Places(rule => rule.Scope.By);
        var (toRole, toAnyone) = Places(rule => rule.Scope.To);
        var (aboutRole, aboutAnyone) = Places(rule => rule.Scope.About);
        return new Slice
        {
            Act = act,
            Rules = rules,
            Fault = fault,
            ByRole = byRole,
            ByAnyone = byAnyone,
            ToRole = toRole,
            ToAnyone = toAnyone,
            AboutRole = aboutRole,
            AboutAnyone = aboutAnyone,
            Conjuncts = [.. conjuncts],
            Starts = [.. starts],
            Table = new ConditionTable(conjuncts, starts),
            DespiteOf = despite,
            HasDespite = MaskOf((_, i) => despite[i] != 0),
            Overriding = [.. despite.Select((mask, i) => new OverridingRule(i, mask)).Where(rule => rule.Despite != 0)],
            Forbids = MaskOf(rule => rule.Effects.Any(effect => effect is ForbidEffect)),
            Advises = MaskOf(rule => rule.Effects.Any(effect => effect is AdviseAgainstEffect)),
            OtherEffects = MaskOf(rule => rule.Effects.Any(effect => MakesPermitted(effect, rule.Layer))),
            Material = MaskOf((rule, i) => rule.IsActionable || rule.Provided.Count > 0 || despite[i] != 0),
            Conditions = requirements,
            HasConditions = requirements.Aggregate(0UL, (mask, condition) => mask | condition.Rules),
            Dues = dues,
            StopsOf =
            [
                .. dues.Select(due => MaskOf(rule => rule.Effects.Any(effect => effect is StopEffect stop && stop.Duty.Text == due.Duty))),
            ],
            Steps = steps,
            HasSteps = steps.Aggregate(0UL, (mask, step) => mask | step.Rules),
            Stages = [.. stages],
            Facts = facts,
            FactOfAtom = FactOfAtom(facts),
            Answers = new AnswerTable(facts, vocabulary.Facts.Count),
            Dated =
            [
                .. rules
                    .Select((rule, i) => new DatedRule(i, rule.HoldsFrom, rule.HoldsUntil))
                    .Where(rule => rule.From is not null || rule.Until is not null),
            ],
            DefaultTrue = defaults.True,
            DefaultFalse = defaults.False,
            DefaultPresumed = defaults.Presumed,
        };
    }

    private void CompileCondition(Rule rule)
    {
        var compiled = conditions.Compile(rule.When, rule.Unless, rule.Provided);
        if (compiled is null)
        {
            bag.Report(
                DiagnosticKinds.ConditionTooLarge,
                rule.At,
                $"the condition of `{rule.Norm}` has too many combinations",
                "write it as several rules"
            );
            fault ??= $"the condition of {rule.Norm} has too many combinations";
            compiled = [];
        }
        else if (compiled.Count == 0)
        {
            bag.Report(
                DiagnosticKinds.NeverInForce,
                rule.At,
                $"this rule of `{rule.Norm}` can never be in force: its conditions contradict each other"
            );
        }

        conjuncts.AddRange(compiled);
        starts.Add(conjuncts.Count);
    }

    private SliceCondition[] Requirements()
    {
        var found = new List<SliceCondition>();
        for (var i = 0; i < rules.Length; i++)
        {
            foreach (var fact in rules[i].Provided)
            {
                Add(new SliceCondition(fact.Text, null, null, fact.Text, conditions.YesBit(fact.Text), 1UL << i));
            }

            foreach (var effect in rules[i].Effects.OfType<RequireEffect>())
            {
                var fact = effect.MetWhen?.Text ?? MetByItself(effect);
                Add(
                    new SliceCondition(
                        effect.Condition,
                        effect.Kind,
                        effect.Who,
                        fact,
                        fact is null ? 0 : conditions.YesBit(fact),
                        1UL << i
                    )
                );
            }
        }

        return Limited([.. found], "conditions");

        void Add(SliceCondition condition)
        {
            var same = found.FindIndex(other =>
                other.Text == condition.Text && other.Fact == condition.Fact && other.Kind == condition.Kind
            );
            if (same < 0)
            {
                found.Add(condition);
            }
            else
            {
                found[same] = found[same] with { Rules = found[same].Rules | condition.Rules };
            }
        }
    }

    // "record of FACT": the fact itself says whether it is recorded.
    private string? MetByItself(RequireEffect effect) =>
        effect.Record is { } record
        && vocabulary.Facts.TryGetValue(record.Text, out var fact)
        && fact.Kind is FactKind.YesNo or FactKind.Date
            ? record.Text
            : null;

    private SliceDue[] Dues() =>
        Limited(
            [
                .. Effects<DueEffect>()
                    .GroupBy(found =>
                        (Duty: found.Effect.Duty.Text, Clock: found.Effect.Clock.ToString(), IsArrangement: IsArrangement(found.Rule))
                    )
                    .Select(group => new SliceDue(
                        group.Key.Duty,
                        group.First().Effect.Clock,
                        group.Key.IsArrangement,
                        group.Aggregate(0UL, (mask, found) => mask | found.Bit)
                    )),
            ],
            "clocks"
        );

    private SliceStep[] Steps() =>
        Limited(
            [
                .. Effects<RouteEffect>()
                    .GroupBy(found =>
                        (
                            Who: found.Effect.Who.ToString(),
                            found.Effect.Stage,
                            After: found.Effect.After?.Text,
                            IsArrangement: IsArrangement(found.Rule)
                        )
                    )
                    .Select(group => new SliceStep(
                        group.First().Effect.Who,
                        StageIndex(group.Key.Stage),
                        group.Key.After is { } after ? StageIndex(after) : -1,
                        group.Key.IsArrangement,
                        group.Aggregate(0UL, (mask, found) => mask | found.Bit)
                    )),
            ],
            "steps"
        );

    private int StageIndex(string stage)
    {
        var index = stages.IndexOf(stage);
        if (index < 0)
        {
            index = stages.Count;
            stages.Add(stage);
        }

        return index;
    }

    private T[] Limited<T>(T[] items, string what)
    {
        if (items.Length <= 64)
        {
            return items;
        }

        bag.Report(
            DiagnosticKinds.TooManyRules,
            rules[0].At,
            FormattableString.Invariant($"the act `{act}` has {items.Length} {what}; at most 64 can be weighed together")
        );
        fault ??= $"it has too many {what}";
        return items[..64];
    }

    private (ulong True, ulong False, ulong Presumed) Defaults(SliceFact[] facts)
    {
        ulong yes = 0;
        ulong no = 0;
        ulong presumed = 0;
        foreach (var fact in facts)
        {
            if (fact.Fact.Presumption is { } presumption && FactAnswer.Parse(fact.Fact, presumption) is { } answer)
            {
                var masks = fact.Masks(answer);
                yes |= masks.True;
                no |= masks.False;
                presumed |= fact.Atoms;
            }
            else if (fact.Fact.Kind is FactKind.Date or FactKind.Stage)
            {
                // A date that is not given is not known, and a stage that is not named has not been tried: neither is a question.
                no |= fact.Atoms;
            }
        }

        return (yes, no, presumed);
    }

    private (ulong[] ByRole, ulong Anyone) Places(Func<Rule, IReadOnlyList<Name>> place)
    {
        var named = new ulong[vocabulary.Roles.Count];
        for (var i = 0; i < rules.Length; i++)
        {
            foreach (var role in place(rules[i]))
            {
                named[vocabulary.RoleIndex[role.Text]] |= 1UL << i;
            }
        }

        // Whoever holds a role fits the rules that name it or any role that it is.
        var byRole = new ulong[vocabulary.Roles.Count];
        foreach (var (role, index) in vocabulary.RoleIndex)
        {
            foreach (var kind in vocabulary.KindsOf(role))
            {
                byRole[index] |= named[kind];
            }
        }

        return (byRole, MaskOf(rule => place(rule).Count == 0));
    }

    private static byte[] FactOfAtom(SliceFact[] facts)
    {
        var found = new byte[64];
        for (var bit = 0; bit < 64; bit++)
        {
            found[bit] = (byte)Math.Max(0, Array.FindIndex(facts, fact => (fact.Atoms & (1UL << bit)) != 0));
        }

        return found;
    }

    private IEnumerable<(Rule Rule, T Effect, ulong Bit)> Effects<T>()
        where T : Effect => rules.SelectMany((rule, i) => rule.Effects.OfType<T>().Select(effect => (rule, effect, 1UL << i)));

    private ulong MaskOf(Func<Rule, bool> test) => MaskOf((rule, _) => test(rule));

    private ulong MaskOf(Func<Rule, int, bool> test)
    {
        ulong mask = 0;
        for (var i = 0; i < rules.Length; i++)
        {
            mask |= test(rules[i], i) ? 1UL << i : 0;
        }

        return mask;
    }

    // A safeguard says who sees a matter to begin with. That is no word on whether the act may be done: where all else is silent, so is the answer.
    private static bool MakesPermitted(Effect effect, Layer layer) =>
        effect.IsActionable && effect is not (RequireEffect or RouteEffect) && !(effect is WallEffect && layer == Layer.Safeguard);

    private static bool IsArrangement(Rule rule) => rule.Layer == Layer.Arrangement;
}
