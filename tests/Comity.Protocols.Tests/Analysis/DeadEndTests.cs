using System.Text.RegularExpressions;
using Comity.Protocols.Analysis;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Analysis;

/// <summary>The dead ends that a reading of the printed texts found (<c>docs/dead-ends.md</c>), looked up among those that are proved.</summary>
public partial class DeadEndTests
{
    private static readonly string[] FiveProtocols = ["generic", "west-lavington", "wigan", "borough", "town"];

    public static TheoryData<string> Protocols => [.. FiveProtocols];

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Prove_names_every_dead_end_of_the_printed_text(string key)
    {
        var proved = ProtocolProof.Concerns(Repository.Library.Compile(key, "comity"));
        var lines = proved.CounterExamples.Concat(proved.Noted).Select(DeadEndLine.Of).ToHashSet(StringComparer.Ordinal);
        var rows = Rows(key);

        rows.Count.ShouldBeGreaterThan(8);
        rows.ShouldAllBe(row => row.Lines.Count > 0);
        rows.SelectMany(row => row.Lines.Where(line => !lines.Contains(line)).Select(line => $"{row.DeadEnd}: {line}")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Every_dead_end_beside_a_pack_stands_under_a_reason(string key)
    {
        var reason = "";
        foreach (
            var line in File.ReadAllLines(Path.Combine(Repository.Root, "protocols", key, "dead-ends.txt"))
                .SkipWhile(line => line.Length > 0)
        )
        {
            reason =
                line.Length == 0 ? ""
                : line[0] == '#' ? reason + line[1..]
                : reason;
            (line.Length == 0 || reason.Split(' ').Length > 4).ShouldBeTrue(line);
        }
    }

    private static List<(string DeadEnd, List<string> Lines)> Rows(string key) =>
        [
            .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "dead-ends.md"))
                .SkipWhile(line => line != $"## {key}")
                .Skip(1)
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| dead end", StringComparison.Ordinal))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => (cells[1], Quoted().Matches(cells[3]).Select(match => match.Groups[1].Value).ToList())),
        ];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
