using System.Globalization;
using System.Text;
using Comity.Protocols;
using Comity.Protocols.Explanations;

namespace Comity.Service.ProtocolLibrary;

/// <summary>An answer as it is kept and compared on replay: line by line, in an order that does not depend on the order of the rules.</summary>
public static class DecisionText
{
    public static DecisionToKeep ToKeep(this Decision decision, ReadTogether read) =>
        new(
            read.Protocol.Key,
            decision.Outcome.ToString(),
            decision.Situation.ToCanonicalText(),
            Of(decision),
            [.. decision.DecidedBy.Select(citation => citation.Norm).Order(StringComparer.Ordinal)],
            read.Texts,
            Protocol.SemanticsVersion
        );

    public static string Of(Decision decision)
    {
        var text = new StringBuilder();
        Line("outcome", decision.Outcome.ToString());
        Lines("decided-by", decision.DecidedBy.Select(citation => citation.Norm));
        Lines("overridden", decision.Overridden.Select(norm => $"{norm.Citation.Norm} by {Norms(norm.By)}"));
        Lines(
            "condition",
            decision.Conditions.Select(condition => $"{condition.Text} {(condition.IsMet ? "met" : "open")} {Norms(condition.Citations)}")
        );
        foreach (var step in decision.Route)
        {
            Line("route", $"{step.Stage}: {step.Who} {Norms(step.Citations)}");
        }

        Lines(
            "due",
            decision.Dues.Select(due =>
                $"{due.Duty} {due.Clock} {(due.DueOn is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "-")} {Norms(due.Citations)}"
            )
        );
        Lines("stop", decision.Stops.Select(stop => $"{stop.Duty} {Norms(stop.Citations)}"));
        Lines(
            "wall",
            decision.Walls.Select(wall =>
                $"{wall.Part} {(wall.IsVisible ? "visible to" : "hidden from")} {wall.Who} {Norms(wall.Citations)}"
            )
        );
        Lines("register", decision.Registers.Select(register => $"{register.Name} {Norms(register.Citations)}"));
        Lines("presumed", decision.Presumptions.Select(presumption => $"{presumption.Fact.Name} = {presumption.Value}"));
        return text.ToString();

        void Line(string word, string value) => text.Append(word).Append(' ').Append(value).Append('\n');

        void Lines(string word, IEnumerable<string> values)
        {
            foreach (var value in values.Order(StringComparer.Ordinal))
            {
                Line(word, value);
            }
        }

        static string Norms(IEnumerable<Citation> citations) =>
            string.Join(' ', citations.Select(citation => citation.Norm).Order(StringComparer.Ordinal));
    }
}
