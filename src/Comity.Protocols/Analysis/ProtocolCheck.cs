namespace Comity.Protocols.Analysis;

/// <summary>
/// Looks through every situation that the rules of a protocol can tell apart for what its author cannot have meant: rules that contradict each other
/// with no word on which prevails, rules and exceptions without effect, steps that nothing reaches, clauses that no rule speaks for.
/// </summary>
public static class ProtocolCheck
{
    /// <summary>Checks a compiled protocol.</summary>
    /// <param name="protocol">The protocol with its layers.</param>
    /// <returns>The findings in the order of the texts; acts that an error touches are left out, since they decide nothing.</returns>
    public static IReadOnlyList<CheckFinding> Run(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        var found = new CheckFindings();
        var settled = new SettledNorms(protocol);
        foreach (var act in protocol.Acts)
        {
            if (protocol.SliceOf(act) is { Fault: null } slice)
            {
                new SliceCheck(protocol, settled, slice, found).Run();
            }
            else
            {
                // Of an act that is never decided nothing can be said.
                found.LeaveOut(protocol.Files.SelectMany(file => file.Rules).Where(rule => rule.Scope.Acts.Any(name => name.Text == act)));
            }
        }

        // A block with an error may be the rule that a clause seems to lack.
        foreach (var file in protocol.Files.Where(file => file.FaultyActs.Count == 0))
        {
            CheckClauses(file, found);
        }

        return found.InOrder();
    }

    private static void CheckClauses(ProtocolFile file, CheckFindings found)
    {
        var spoken = file
            .Norms.Select(norm => norm.Clause)
            .Concat(file.Gaps.Select(gap => gap.Clause))
            .Concat(file.Faults.Select(fault => fault.Clause))
            .Select(clause => clause.Number)
            .ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < file.Clauses.Count; i++)
        {
            var clause = file.Clauses[i];
            var hasParts = i + 1 < file.Clauses.Count && file.Clauses[i + 1].Level > clause.Level;
            if (clause.Prose.Length > 0 && !hasParts && !spoken.Contains(clause.Number))
            {
                found.Add(
                    DiagnosticKinds.ClauseNotCovered,
                    clause.At,
                    $"no rule, gap or fault speaks for the clause `{clause.Number}`",
                    "write its norms as rules, at least what they show",
                    null
                );
            }
        }
    }
}
