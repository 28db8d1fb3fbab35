using System.Text;
using Comity.Service.Concerns;
using Comity.Service.Demonstration;
using Comity.Testing;

namespace Comity.Web.Tests.Concerns;

/// <summary>
/// The table of pairings in <c>docs/concerns.md</c>: what the pages showed, and not what somebody wrote. <c>COMITY_ACCEPT=1</c> writes it anew; the difference is then
/// read in the commit.
/// </summary>
internal static class PairingTable
{
    private const string Document = "docs/concerns.md";

    public static void ShouldBeCurrent(DemonstrationCouncil council, IReadOnlyList<PairingSeen> seen)
    {
        var heading = $"## {council.ProtocolKey}\n";
        var section = heading + Written(council, seen);
        var written = Checkout.Read(Document);
        var from = written.IndexOf(heading, StringComparison.Ordinal);
        var next = from < 0 ? -1 : written.IndexOf("\n## ", from, StringComparison.Ordinal);
        var stands = from < 0 ? "" : written[from..(next < 0 ? written.Length : next + 1)];
        if (Environment.GetEnvironmentVariable("COMITY_ACCEPT") == "1")
        {
            File.WriteAllText(
                Checkout.PathOf(Document),
                from < 0
                    ? $"{written.TrimEnd()}\n\n{section}"
                    : written.Replace(stands, section + (next < 0 ? "" : "\n"), StringComparison.Ordinal)
            );
            return;
        }

        (stands.TrimEnd() == section.TrimEnd()).ShouldBeTrue(
            $"{Document} is stale for {council.ProtocolKey}: run this test once with COMITY_ACCEPT=1 and read what has changed"
        );
    }

    private static string Written(DemonstrationCouncil council, IReadOnlyList<PairingSeen> seen)
    {
        var text = new StringBuilder().Append('\n').Append(council.Name).Append(", a council that does not exist.\n");
        foreach (var act in ConcernAct.All)
        {
            var rows = seen.Where(one => one.Act == act.Key)
                .GroupBy(Answer)
                .SelectMany(answer =>
                    answer
                        .GroupBy(one => one.By.Role)
                        .GroupBy(by => string.Join(", ", by.Select(one => InWords(one.About.Role)).Order(StringComparer.Ordinal)))
                        .Select(same =>
                            (
                                By: string.Join(", ", same.Select(by => InWords(by.Key)).Order(StringComparer.Ordinal)),
                                About: same.Key,
                                answer.Key
                            )
                        )
                )
                .OrderBy(row => row.By, StringComparer.Ordinal)
                .ThenBy(row => row.About, StringComparer.Ordinal)
                .ToList();
            text.Append("\n### ").Append(act.Label).Append("\n\n| raised by | about | who hears it |\n|---|---|---|\n");
            foreach (var (by, about, answer) in rows)
            {
                text.Append("| ").Append(by).Append(" | ").Append(about).Append(" | ").Append(answer).Append(" |\n");
            }
        }

        return text.ToString();
    }

    private static string Answer(PairingSeen seen)
    {
        var titles = string.Join(" *or* ", seen.Titles);
        var talk = seen.Talks ? "first a talk with the person; then: " : "";
        return seen.Hears ? $"{talk}{titles} ({seen.Source})" : $"{talk}**the protocol is silent**: {titles} is asked who hears it";
    }

    private static string InWords(string role) => role.Replace('-', ' ');
}
