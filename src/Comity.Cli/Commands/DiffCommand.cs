using System.CommandLine;
using Comity.Cli.Output;
using Comity.Protocols;
using Comity.Protocols.Analysis;
using Comity.Protocols.Language;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.Commands;

/// <summary><c>comity diff A B</c>: the situations in which two protocols, or two versions of one, answer differently.</summary>
public static class DiffCommand
{
    // Enough to see what an act is about; the whole of it has hundreds of lines.
    private const int UsualLimit = 3;

    public static Verb Create(Shared shared, Terminal terminal)
    {
        var one = new Argument<string>("one") { Description = "A protocol's key or folder, or the path of a protocol file." };
        var other = new Argument<string>("other")
        {
            Description = "The protocol to compare it with: a key, a folder, or the path of another version.",
        };
        var act = new Option<string?>("--act")
        {
            Description = "Compare what they say about one act, and show every way.",
            HelpName = "act",
        };
        var limit = new Option<int?>("--limit")
        {
            Description = "Show at most so many ways of each act. Without it: 3 as text, every one with --act and as json.",
            HelpName = "n",
        };
        var all = new Option<bool>("--all") { Description = "Show every way." };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError("--limit wants a number from 1");
            }
        });
        var command = new Command("diff", "Show the situations in which two protocols, or two versions of one, answer differently.")
        {
            one,
            other,
            act,
            limit,
            all,
        };
        command.SetAction(parsed =>
        {
            var (left, right) = (parsed.GetRequiredValue(one), parsed.GetRequiredValue(other));
            var library = Library(left, right, shared, parsed, terminal);
            if (parsed.GetValue(act) is { } wanted && !library.Vocabulary.Acts.ContainsKey(wanted))
            {
                throw CommandException.Usage($"no act is called `{wanted}`", Nearest.Suggest(wanted, library.Vocabulary.Acts.Keys));
            }

            Protocol? Side(string named) => Compile(PackOf(named, library, shared, parsed, terminal), terminal);
            if (Side(left) is not { } first || Side(right) is not { } second)
            {
                return (int)ExitCode.Diagnostics;
            }

            var isWhole = parsed.GetValue(all) || parsed.GetValue(act) is not null || shared.WantsJson(parsed);
            var most = parsed.GetValue(limit) ?? (isWhole ? int.MaxValue : UsualLimit);
            var report = Report(left, first, right, second, parsed.GetValue(act), most);
            if (shared.WantsJson(parsed))
            {
                terminal.Out.WriteLine(JsonText.Write(report));
            }
            else
            {
                terminal.Out.Write(report.ToText());
            }

            return (int)ExitCode.Done;
        });
        return new Verb(
            command,
            [
                "comity diff wigan town",
                "comity diff wigan ./proposed/wigan.protocol.md",
                "comity diff wigan town --act raise-concern",
                "comity diff borough town --limit 1",
                "comity diff borough town --all --format json",
            ]
        );
    }

    private static DiffReport Report(string left, Protocol first, string right, Protocol second, string? act, int most) =>
        new(
            left,
            right,
            [
                .. ProtocolDiff
                    .Compare(first, second, act)
                    .GroupBy(difference => difference.Act)
                    .Select(group => group.ToList())
                    // As within an act: what anybody may meet comes before what takes an unusual situation.
                    .OrderBy(ways => ways[0].Unusual)
                    .ThenBy(ways => ways[0].Situation.Facts.Count)
                    .ThenBy(ways => ways[0].Kind)
                    .ThenBy(ways => first.Vocabulary.Acts[ways[0].Act].Label, StringComparer.Ordinal)
                    .Select(ways => new DiffReport.OfAct(
                        ways[0].Act,
                        first.Vocabulary.Acts[ways[0].Act].Label,
                        ways.Count,
                        DiffReport.InWords(ways.Select(way => way.Kind)),
                        [.. ways.Take(most).Select(difference => Row(difference, left, first, right, second))]
                    )),
            ]
        );

    private static DiffReport.Row Row(Difference difference, string left, Protocol first, string right, Protocol second)
    {
        var one = DiffReport.Answer.Of(first.Decide(difference.Situation));
        var other = DiffReport.Answer.Of(second.Decide(difference.Situation));
        var says =
            difference.What.Length == 0
                ? $"under {left} {one.InWords}; under {right} {other.InWords}"
                : $"only under {(difference.OnlyOne ? left : right)}: {Word(difference.Kind)} {difference.What} (both: {one.InWords})";
        return new DiffReport.Row(
            difference.Kind,
            difference.What.Length == 0 ? null : difference.What,
            SituationWords.Of(difference.Situation),
            says,
            AskedSituation.Of(difference.Situation, [])!,
            difference.Count,
            difference.Unusual,
            one,
            other
        );
    }

    private static string Word(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.Due => "due",
            DifferenceKind.Stop => "no longer owed",
            DifferenceKind.Publication => "sent unasked:",
            _ => JsonText.Word(kind),
        };

    // Both are read with one vocabulary: that of a council's own folder, if there is one, which is lent everything else.
    private static PackLibrary Library(string left, string right, Shared shared, ParseResult parsed, Terminal terminal) =>
        shared.Open(parsed, terminal, new[] { left, right }.FirstOrDefault(named => IsFolder(named, terminal))).Library;

    private static Pack PackOf(string named, PackLibrary library, Shared shared, ParseResult parsed, Terminal terminal)
    {
        if (named.EndsWith(".md", StringComparison.Ordinal))
        {
            return library.PackOf(Shared.ReadFile(library, named, terminal));
        }

        var found = shared.Open(parsed, terminal, named).One;
        return library.PackOf(ProtocolFile.Read(found.File.Source, library.Vocabulary));
    }

    private static bool IsFolder(string named, Terminal terminal) => Directory.Exists(terminal.PathOf(named));

    // Where the file of a version has errors nothing can be compared; they are said instead.
    private static Protocol? Compile(Pack pack, Terminal terminal)
    {
        var compiled = pack.Compile();
        var errors = compiled.Diagnostics.Where(found => found.Severity == Severity.Error).ToList();
        foreach (var error in errors)
        {
            terminal.Error.WriteLine(error.ToString());
        }

        return errors.Count == 0 ? compiled : null;
    }
}
