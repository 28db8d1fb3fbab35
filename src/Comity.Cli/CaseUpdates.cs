using Comity.Cli.Commands;
using Comity.Protocols;
using Comity.Protocols.Cases;

namespace Comity.Cli;

/// <summary>The updates of the cases that are no longer met, and the files that they change.</summary>
public sealed class CaseUpdates
{
    private readonly List<(string Path, string Text)> files;

    private CaseUpdates(IReadOnlyList<CaseUpdate> cases, List<(string Path, string Text)> files)
    {
        Cases = cases;
        this.files = files;
    }

    /// <summary>In the order in which the cases were run.</summary>
    public IReadOnlyList<CaseUpdate> Cases { get; }

    /// <summary>Works the updates out and runs the changed cases once more: what does not pass then is never written.</summary>
    public static CaseUpdates Of(OpenedProtocols opened, IReadOnlyList<CaseResult> results)
    {
        // A line that cannot be read may be an expectation: nobody knows what its case expects.
        var unread = opened
            .Library.Library.CaseFiles.Where(file => file.Diagnostics.Count > 0)
            .Select(file => file.Source.Path)
            .ToHashSet();
        var updates = results
            .Select(CaseUpdate.Of)
            .OfType<CaseUpdate>()
            .Select(update =>
                unread.Contains(update.Case.At.Path)
                    ? update with
                    {
                        Lines = [],
                        LeftAlone = "its file has lines that cannot be read",
                    }
                    : update
            )
            .ToList();
        var files = updates
            .Where(update => update.LeftAlone is null)
            .GroupBy(update => update.Case.At.Path)
            .Select(group => (Name: group.Key, Path: opened.PathOf(group.Key), Updates: group.ToList()))
            .Select(file => (file.Name, file.Path, Text: CaseUpdate.Apply(ExactText.Read(file.Path), file.Updates)))
            .ToList();
        Prove(opened, updates, files.ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal));
        return new CaseUpdates(updates, [.. files.Select(file => (file.Path, file.Text))]);
    }

    public void Write()
    {
        foreach (var (path, text) in files)
        {
            ExactText.Write(path, text);
        }
    }

    private static void Prove(OpenedProtocols opened, List<CaseUpdate> updates, Dictionary<string, string> changed)
    {
        var changedCases = updates
            .Where(update => update.LeftAlone is null)
            .Select(update => (update.Case.Norm, update.Case.Title))
            .ToHashSet();
        var library = Service.ProtocolLibrary.PackLibrary.From([
            .. opened.Library.Texts.Select(text =>
                changed.TryGetValue(text.Path, out var now) ? new SourceText(text.Path, now.ReplaceLineEndings("\n")) : text
            ),
        ]);
        var keys = updates.Select(update => update.Case.Norm.Split('/')[0]).Distinct(StringComparer.Ordinal).ToList();
        var wrong = CasesCommand
            .Run(library, keys)
            .FirstOrDefault(result =>
                !result.Passed && changed.ContainsKey(result.Case.At.Path) && changedCases.Contains((result.Case.Norm, result.Case.Title))
            );
        if (wrong is not null)
        {
            throw new InvalidOperationException($"The case {wrong.Case.Norm} ({wrong.Case.Title}) would not pass after its update.");
        }
    }
}
