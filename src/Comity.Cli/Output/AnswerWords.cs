using Comity.Protocols;
using Comity.Protocols.Explanations;

namespace Comity.Cli.Output;

/// <summary>An answer on one line, with the clauses it rests on: <c>permitted on condition: approval of director (7.2)</c>.</summary>
public static class AnswerWords
{
    public static string Of(Decision decision)
    {
        var clauses = decision.DecidedBy.Select(citation => citation.Clause).Distinct().ToList();
        var by = clauses.Count == 0 ? "" : $" ({string.Join(", ", clauses)})";
        return decision.Outcome switch
        {
            Outcome.Forbidden => $"forbidden by {string.Join(", ", clauses)}",
            Outcome.ShouldNot => $"should not, by {string.Join(", ", clauses)}",
            Outcome.Permitted => $"permitted{by}",
            Outcome.PermittedOnCondition => $"permitted on condition{Conditions(decision)}{by}",
            Outcome.Referred => $"referred to {Route(decision)}{by}",
            Outcome.Silent => "silent",
            Outcome.CannotTell => "cannot tell",
            Outcome.NeedsFacts => "it depends",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Conditions(Decision decision) =>
        $": {string.Join(" and ", decision.Conditions.Select(condition => condition.IsMet ? $"{Words(condition, decision)} (met)" : Words(condition, decision)))}";

    // A fact is better known by its question than by its name.
    private static string Words(AnswerCondition condition, Decision decision) =>
        decision.Protocol.Vocabulary.Facts.TryGetValue(condition.Text, out var fact) ? fact.Question : condition.Text;

    private static string Route(Decision decision) =>
        string.Join(", then ", decision.Route.Select(step => Explanation.InWords(step.Who, decision.Protocol.Vocabulary)));
}
