using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Comity.Protocols.Tests.Packs;

/// <summary>One situation of <c>docs/same-facts.md</c>, with what each protocol is to answer.</summary>
/// <param name="Row">The number of the question.</param>
/// <param name="Title">The question in a few words.</param>
/// <param name="Situation">The lines of the situation, as a case writes them.</param>
/// <param name="Answers">By protocol: the lines after <c>expect</c>.</param>
internal sealed partial record SameFacts(
    int Row,
    string Title,
    string Situation,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers
)
{
    public static IReadOnlyList<SameFacts> Read(string page)
    {
        var found = new List<SameFacts>();
        var (row, title) = (0, "");
        StringBuilder? situation = null;
        var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var inFence = false;
        foreach (var line in page.Split('\n'))
        {
            if (line == "```situation")
            {
                (situation, answers, inFence) = (
                    new StringBuilder(),
                    new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
                    true
                );
                found.Add(new SameFacts(row, title, "", answers));
            }
            else if (line == "```")
            {
                inFence = false;
                found[^1] = found[^1] with { Situation = situation!.ToString() };
            }
            else if (inFence)
            {
                situation!.Append(line).Append('\n');
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                (row, title) = (int.Parse(heading.Groups[1].Value, CultureInfo.InvariantCulture), heading.Groups[2].Value);
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| protocol ", StringComparison.Ordinal))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                answers.Add(cells[1], [cells[2], .. Quoted(cells[3]).Select(norm => $"cites {norm}"), .. Quoted(cells[4])]);
            }
        }

        return found;
    }

    /// <summary>The situation and the answer of one protocol, as a case of that protocol.</summary>
    /// <param name="norm">Any norm of the protocol, for a case stands under one.</param>
    /// <param name="protocol">The key of the protocol.</param>
    public string AsCase(string norm, string protocol) =>
        $"case {norm}: {Row} {Title}\n{Situation}{string.Concat(Answers[protocol].Select(line => $"expect {line}\n"))}";

    private static IEnumerable<string> Quoted(string cell) => QuotedText().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("^## (\\d+) (.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex QuotedText();
}
