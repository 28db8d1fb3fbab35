namespace Comity.Protocols.Binding;

/// <summary>Puts a protocol and its layers together: checks what only shows between rules and files, and compiles act by act.</summary>
internal sealed class ProtocolLinker
{
    private readonly ProtocolFile[] files;
    private readonly bool isTrial;
    private readonly DiagnosticBag bag = new();
    private readonly HashSet<string> faultyActs = new(StringComparer.Ordinal);
    private readonly Rule[] rules;
    private readonly Dictionary<string, List<Rule>> norms;

    private ProtocolLinker(ProtocolFile[] files, bool isTrial)
    {
        this.isTrial = isTrial;
        this.files = files;
        rules = [.. files.SelectMany(file => file.Rules)];
        norms = rules.GroupBy(rule => rule.Norm, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    }

    public Dictionary<string, Slice> Slices { get; } = new(StringComparer.Ordinal);

    public string? FaultEverywhere { get; private set; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; } = [];

    public static ProtocolLinker Link(ProtocolFile[] files, IReadOnlySet<string>? onlyActs)
    {
        var linker = new ProtocolLinker(files, isTrial: onlyActs is not null);
        foreach (var file in files)
        {
            linker.bag.Add(file.Diagnostics);
            linker.faultyActs.UnionWith(file.FaultyActs);
        }

        // A trial change is weighed by its answers alone; that the text as it stands is sound has been checked before.
        if (!linker.isTrial)
        {
            linker.CheckFiles();
            linker.CheckBase();
            linker.CheckRulings();
            linker.CheckDespite();
            linker.CheckLockedDuties();
            linker.CheckLockedClauses();
            linker.CheckSubjectTo();
            linker.CheckCircles();
            linker.CheckNotes();
        }

        linker.CompileSlices(onlyActs);
        linker.Diagnostics = linker.bag.InOrder();
        return linker;
    }

    private void CheckFiles()
    {
        for (var i = 1; i < files.Length; i++)
        {
            var file = files[i];
            var at = new Location(file.Source.Path, 1, 1);
            if (files.Take(i).Any(other => other.Control.Protocol == file.Control.Protocol))
            {
                bag.Report(DiagnosticKinds.LayerTwice, at, $"`{file.Control.Protocol}` is loaded twice");
                faultyActs.Add(Protocol.EveryAct);
            }
            else if (file.Control.Layer == Layer.Protocol && file.Control.Protocol != files[0].Control.BuildsOn)
            {
                bag.Report(
                    DiagnosticKinds.LayerTwice,
                    at,
                    $"`{file.Control.Protocol}` is a protocol of its own, not a layer",
                    "give it a `layer`"
                );
                faultyActs.Add(Protocol.EveryAct);
            }
        }
    }

    // The text that a protocol builds on is read with it, or nothing is decided: without it a permission might lack the refusal that goes before it.
    private void CheckBase()
    {
        foreach (var file in files)
        {
            foreach (
                var clause in file.Control.LeftToCouncils.Where(number => !file.Clauses.Any(clause => clause.Number == number)).ToList()
            )
            {
                var at = new Location(file.Source.Path, 1, 1);
                bag.ReportUnknown(DiagnosticKinds.UnknownNorm, at, "clause", clause, [.. file.Clauses.Select(known => known.Number)]);
            }
        }

        if (files[0].Control.BuildsOn is not { } key)
        {
            return;
        }

        var found = files.Skip(1).FirstOrDefault(file => file.Control.Protocol == key);
        if (found is { Control: { Layer: Layer.Protocol, Locked: not null } })
        {
            return;
        }

        faultyActs.Add(Protocol.EveryAct);
        bag.Report(
            DiagnosticKinds.BaseMissing,
            new Location(files[0].Source.Path, 1, 1),
            found is null
                ? $"`{files[0].Control.Protocol}` builds on `{key}`, which is not loaded"
                : $"`{files[0].Control.Protocol}` builds on `{key}`, which does not say that it is locked",
            found is null ? "load it beside" : "say in its front matter who lays it down: `locked: …`"
        );
    }

    // Stopping what a locked clause starts would take back what it gives.
    private void CheckLockedDuties()
    {
        foreach (var rule in rules.Where(rule => rule.Layer != Layer.Law))
        {
            foreach (var stop in rule.Effects.OfType<StopEffect>())
            {
                var starting = rules.FirstOrDefault(other =>
                    other.IsLocked
                    && other.Document != rule.Document
                    && other.Effects.OfType<DueEffect>().Any(due => due.Duty.Text == stop.Duty.Text)
                    && other.Scope.Acts.Any(act => rule.Scope.Acts.Any(own => own.Text == act.Text))
                );
                if (starting is not null)
                {
                    ReportLocked(stop.Duty.At, $"`{rule.Norm}` stops the duty `{stop.Duty}`", starting);
                    Blame(rule);
                }
            }
        }
    }

    private void CheckLockedClauses()
    {
        foreach (var file in files.Where(file => file.Control.Locked is not null))
        {
            var locked = file.Clauses.Where(clause => !file.Control.LeftToCouncils.Contains(clause.Number)).ToList();
            foreach (
                var own in files.Where(other => other != file && other.Control.Layer == Layer.Protocol).SelectMany(other => other.Clauses)
            )
            {
                if (locked.Exists(clause => clause.Number == own.Number || clause.LastingId == own.LastingId))
                {
                    bag.Report(
                        DiagnosticKinds.LockedClauseChanged,
                        own.At,
                        $"the clause `{own.Number}` stands in the locked text `{file.Control.Protocol}`, laid down by {file.Control.Locked}",
                        "give what you add a number and a lasting id of its own"
                    );
                    rules.Where(rule => ReferenceEquals(rule.Clause, own)).ToList().ForEach(Blame);
                }
            }
        }
    }

    private void ReportLocked(Location at, string what, Rule locked) =>
        bag.Report(
            DiagnosticKinds.LockedClauseChanged,
            at,
            $"{what}, and clause `{locked.Clause.Number}` of `{locked.Document!.Protocol}` is laid down by {locked.Document.Locked}",
            "add to it, and leave what it says"
        );

    // A ruling binds only where the protocol gives somebody the last word on its meaning; anywhere else it is advice, and the council may adopt it.
    private void CheckRulings()
    {
        var control = files[0].Control;
        if (control.BindingRulings is { } norm && !norms.ContainsKey(norm))
        {
            var at = new Location(files[0].Source.Path, 1, 1);
            bag.ReportUnknown(DiagnosticKinds.UnknownNorm, at, "norm", norm, norms.Keys);
        }

        foreach (var ruling in files.Skip(1).Where(file => file.Control.Layer == Layer.Ruling))
        {
            var at = new Location(ruling.Source.Path, 1, 1);
            if (control.BindingRulings is null)
            {
                bag.Report(
                    DiagnosticKinds.RulingNotBinding,
                    at,
                    $"nobody's ruling is binding under `{control.Protocol}`, so `{ruling.Control.Protocol}` decides nothing",
                    "let the council adopt it as an arrangement"
                );
            }
            else if (ruling.Control.InForceFrom is null)
            {
                bag.Report(
                    DiagnosticKinds.RulingUndated,
                    at,
                    $"the ruling `{ruling.Control.Protocol}` does not say from which day it holds",
                    "add `in-force-from`"
                );
            }
            else
            {
                continue;
            }

            faultyActs.UnionWith(ruling.Rules.SelectMany(rule => rule.Scope.Acts).Select(act => act.Text));
        }
    }

    private void CheckDespite()
    {
        foreach (var rule in rules)
        {
            foreach (var norm in rule.Despite)
            {
                if (!norms.TryGetValue(norm.Text, out var targets))
                {
                    if (IsMissing(norm.Text, rule.Layer))
                    {
                        bag.ReportUnknown(DiagnosticKinds.UnknownNorm, norm.At, "norm", norm.Text, norms.Keys);
                        Blame(rule);
                    }

                    continue;
                }

                CheckDespite(rule, norm, targets);
            }
        }
    }

    private void CheckSubjectTo()
    {
        foreach (var rule in rules)
        {
            foreach (var norm in rule.SubjectTo.Where(norm => !norms.ContainsKey(norm.Text) && IsMissing(norm.Text, rule.Layer)))
            {
                bag.ReportUnknown(DiagnosticKinds.UnknownNorm, norm.At, "norm", norm.Text, norms.Keys);
            }
        }
    }

    private void CheckDespite(Rule rule, Name norm, List<Rule> targets)
    {
        if (!targets.Exists(target => target.Scope.Acts.Any(act => rule.Scope.Acts.Any(own => own.Text == act.Text))))
        {
            bag.Report(DiagnosticKinds.DespiteNeverMeets, norm.At, $"`{rule.Norm}` and `{norm}` speak of different acts");
        }

        var layer = targets[0].Layer;
        if (layer == rule.Layer || (rule.Layer == Layer.Ruling && layer == Layer.Protocol))
        {
            if (targets.Find(target => target.IsLocked && target.Document != rule.Document) is { } locked)
            {
                ReportLocked(norm.At, $"`{rule.Norm}` overrides `{norm}`", locked);
                Blame(rule);
            }

            return;
        }

        if (rule.Layer != Layer.Law)
        {
            bag.Report(
                DiagnosticKinds.DespiteOtherLayer,
                norm.At,
                $"`{rule.Norm}` cannot override `{norm}`, which stands in another layer"
            );
            Blame(rule);
        }
        else if (
            rule.Effects.All(effect => effect is PermitEffect || effect.Strength is Strength.May or Strength.Right || !effect.IsActionable)
        )
        {
            bag.Report(
                DiagnosticKinds.PermissiveLaw,
                norm.At,
                $"`{rule.Norm}` only permits, and cannot override `{norm}`: a permission in law leaves a stricter local rule as it is"
            );
            Blame(rule);
        }
    }

    // A norm of a protocol that is not loaded is nobody's mistake when the rule is law for many protocols.
    private bool IsMissing(string norm, Layer layer) =>
        layer is not (Layer.Law or Layer.Safeguard)
        || files.Any(file => norm.StartsWith(file.Control.Protocol + "/", StringComparison.Ordinal));

    private void CheckCircles()
    {
        foreach (var rule in rules)
        {
            if (rule.Despite.Count > 0 && Overrides(rule.Norm, rule.Norm, []))
            {
                bag.Report(DiagnosticKinds.DespiteCircle, rule.Despite[0].At, $"`{rule.Norm}` overrides itself by way of others");
                Blame(rule);
            }
        }
    }

    private bool Overrides(string norm, string target, HashSet<string> seen) =>
        norms.TryGetValue(norm, out var own)
        && own.SelectMany(rule => rule.Despite)
            .Any(next => next.Text == target || (seen.Add(next.Text) && Overrides(next.Text, target, seen)));

    private void CheckNotes()
    {
        foreach (var file in files)
        {
            var named = file
                .Gaps.SelectMany(gap => gap.NearestNorms)
                .Concat(file.Clashes.SelectMany(clash => clash.Between))
                .Concat(file.Faults.SelectMany(fault => fault.In));
            foreach (var norm in named.Where(norm => !norms.ContainsKey(norm.Text) && IsMissing(norm.Text, file.Control.Layer)))
            {
                bag.ReportUnknown(DiagnosticKinds.UnknownNorm, norm.At, "norm", norm.Text, norms.Keys);
            }
        }
    }

    private void CompileSlices(IReadOnlySet<string>? onlyActs)
    {
        if (faultyActs.Contains(Protocol.EveryAct))
        {
            FaultEverywhere = "a part of the protocol could not be read";
        }

        var byAct = rules
            .SelectMany(rule => rule.Scope.Acts.Select(act => (act.Text, Rule: rule)).DistinctBy(pair => pair.Text))
            .GroupBy(pair => pair.Text, pair => pair.Rule, StringComparer.Ordinal)
            .Where(group => onlyActs is null || onlyActs.Contains(group.Key))
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var act in faultyActs.Where(act => act != Protocol.EveryAct && files[0].Vocabulary.Acts.ContainsKey(act)))
        {
            byAct.TryAdd(act, []);
        }

        foreach (var (act, speaking) in byAct)
        {
            if (!isTrial)
            {
                CheckStages(act, speaking);
                CheckStops(speaking);
            }

            var fault = faultyActs.Contains(act) ? "a rule that speaks about it has an error" : null;
            Slices[act] = SliceCompiler.Compile(act, speaking, files[0].Vocabulary, fault, bag);
        }
    }

    private void CheckStages(string act, List<Rule> speaking)
    {
        var steps = speaking.SelectMany(rule => rule.Effects.OfType<RouteEffect>().Select(step => (rule, step))).ToList();
        var stages = steps.Select(found => found.step.Stage).ToHashSet(StringComparer.Ordinal);
        foreach (var (rule, step) in steps.Where(found => found.step.After is { } after && !stages.Contains(after.Text)))
        {
            bag.Report(
                DiagnosticKinds.UnknownStage,
                step.After!.At,
                $"no step of `{act}` has the stage `{step.After}`",
                Nearest.Suggest(step.After.Text, stages)
            );
            Blame(rule);
        }

        var tests = speaking
            .SelectMany(rule => rule.When.Concat(rule.Unless))
            .SelectMany(Values)
            .Where(test => test.Fact.Text == Fact.UnresolvedAt)
            .SelectMany(test => test.Values);
        foreach (var value in tests.Where(value => !stages.Contains(value.Text)))
        {
            bag.Report(
                DiagnosticKinds.UnknownStage,
                value.At,
                $"no step of `{act}` has the stage `{value}`",
                Nearest.Suggest(value.Text, stages)
            );
        }

        foreach (var (_, step) in steps)
        {
            if (step.After is { } after && ComesAfter(after.Text, step.Stage, steps.ConvertAll(found => found.step), []))
            {
                bag.Report(DiagnosticKinds.StageCircle, after.At, $"the stage `{step.Stage}` comes after itself");
                faultyActs.Add(act);
            }
        }
    }

    private static bool ComesAfter(string stage, string target, List<RouteEffect> steps, HashSet<string> seen) =>
        stage == target
        || (
            seen.Add(stage)
            && steps.Exists(step => step.Stage == stage && step.After is { } after && ComesAfter(after.Text, target, steps, seen))
        );

    private void CheckStops(List<Rule> speaking)
    {
        var duties = rules
            .SelectMany(rule => rule.Effects.OfType<DueEffect>())
            .Select(due => due.Duty.Text)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var stop in speaking.SelectMany(rule => rule.Effects.OfType<StopEffect>()).Where(stop => !duties.Contains(stop.Duty.Text)))
        {
            bag.Report(
                DiagnosticKinds.StopNothing,
                stop.Duty.At,
                $"nothing starts the duty `{stop.Duty}`",
                Nearest.Suggest(stop.Duty.Text, duties)
            );
        }
    }

    private static IEnumerable<FactIsOneOf> Values(Condition condition) =>
        condition switch
        {
            FactIsOneOf test => [test],
            NotCondition not => Values(not.Inner),
            AllConditions all => all.Parts.SelectMany(Values),
            AnyCondition any => any.Parts.SelectMany(Values),
            _ => [],
        };

    private void Blame(Rule rule) => faultyActs.UnionWith(rule.Scope.Acts.Select(act => act.Text));
}
