using System.CommandLine;
using System.Globalization;
using Comity.Cli.Output;
using Comity.Protocols;
using Comity.Protocols.Language;

namespace Comity.Cli.Commands;

/// <summary><c>comity law</c>: each rule of law with its source and its days, and what in it nobody has compared with the source yet.</summary>
public static class LawCommand
{
    public static Verb Create(Shared shared, Terminal terminal)
    {
        var protocol = new Argument<string?>("protocol")
        {
            Description = "The protocol's key or folder, for the law beside it. Without it: all the law there is.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var unverified = new Option<bool>("--unverified")
        {
            Description = "Only what has not been compared with its source: a list for the Monitoring Officer.",
        };
        var command = new Command("law", "List the rules of law beside a protocol: source, days in force, and what is not verified.")
        {
            protocol,
            unverified,
        };
        command.SetAction(parsed =>
        {
            var opened = shared.Open(parsed, terminal, parsed.GetValue(protocol));
            var files = parsed.GetValue(protocol) is null
                ? opened.Library.Library.Files
                : opened.Meant.SelectMany(pack => pack.Layers).Distinct();
            var rows = files.Where(file => file.Control.Layer == Layer.Law).SelectMany(RowsOf).ToList();
            if (parsed.GetValue(unverified))
            {
                rows = [.. rows.Where(row => row.Unverified is not null)];
            }

            if (shared.WantsJson(parsed))
            {
                terminal.Out.WriteLine(JsonText.Write(new LawReport(rows)));
            }
            else
            {
                Write(rows, terminal);
            }

            return (int)ExitCode.Done;
        });
        return new Verb(command, ["comity law", "comity law borough", "comity law borough --unverified"]);
    }

    private static IEnumerable<LawReport.Row> RowsOf(ProtocolFile file) =>
        file.Norms.SelectMany(norm =>
            norm.Rules.Select(rule => new LawReport.Row(
                    norm.Id,
                    $"{norm.Clause.Number} {norm.Clause.Heading}".Trim(),
                    rule.Source,
                    rule.HoldsFrom,
                    rule.HoldsUntil,
                    rule.Unverified
                ))
                .Distinct()
        );

    private static void Write(List<LawReport.Row> rows, Terminal terminal)
    {
        foreach (var group in rows.GroupBy(row => row.Clause))
        {
            terminal.Out.WriteLine(group.Key);
            foreach (var row in group)
            {
                terminal.Out.WriteLine($"  {row.Norm}: {row.Source ?? "no source"}{Days(row)}");
                if (row.Unverified is { } point)
                {
                    terminal.Out.WriteLine($"    not verified: {point}");
                }
            }
        }

        terminal.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rows.Count} rules of law, {rows.Count(row => row.Unverified is not null)} with a point that is not verified"
            )
        );
    }

    private static string Days(LawReport.Row row)
    {
        var from = row.From is { } first ? string.Create(CultureInfo.InvariantCulture, $", from {first:yyyy-MM-dd}") : "";
        return row.Until is { } last ? string.Create(CultureInfo.InvariantCulture, $"{from} until {last:yyyy-MM-dd}") : from;
    }
}
