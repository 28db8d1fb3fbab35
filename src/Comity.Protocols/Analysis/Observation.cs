using System.Text;

namespace Comity.Protocols.Analysis;

/// <summary>That part of a decision which a person would notice: outcome, handlers, dates, audience and required records.</summary>
internal static class Observation
{
    public static string Of(Decision decision)
    {
        var text = new StringBuilder();
        text.Append(decision.Outcome).Append('\n');
        Append("condition", decision.Conditions.Select(c => $"{c.Kind} {c.Text} {c.IsMet}"));
        Append("step", decision.Route.Select(step => $"{step.Level} {step.Who}"), inOrder: true);
        Append("due", decision.Dues.Select(due => $"{due.Duty} {due.Clock} {due.DueOn}"));
        Append("stop", decision.Stops.Select(stop => stop.Duty));
        Append("wall", decision.Walls.Select(wall => $"{wall.Part} {wall.IsVisible} {wall.Who}"));
        Append("register", decision.Registers.Select(register => register.Name));
        Append("publish", decision.Publications.Select(published => $"{published.What} {published.Who}"));
        return text.ToString();

        void Append(string word, IEnumerable<string> lines, bool inOrder = false)
        {
            foreach (var line in inOrder ? lines : lines.Order(StringComparer.Ordinal))
            {
                text.Append(word).Append(' ').Append(line).Append('\n');
            }
        }
    }

    public static string GuidanceOf(Decision decision) =>
        string.Join(
            '\n',
            [
                .. decision.Shows.Select(shown => shown.Text).Order(StringComparer.Ordinal),
                .. decision.Grounds.Select(ground => ground.Norm).Order(StringComparer.Ordinal),
                .. decision.Instead.Select(instead => instead.Act.Name).Order(StringComparer.Ordinal),
            ]
        );
}
