using Comity.Protocols.Analysis;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli;

/// <summary>What is wrong in protocol files, for the command line and for editors alike.</summary>
internal static class ProtocolFindings
{
    /// <summary>The findings in every text of the folder by itself, and in the protocols that are meant, in the order of the texts.</summary>
    public static IReadOnlyList<CheckFinding> In(PackLibrary library, IEnumerable<Pack> packs)
    {
        // The texts by themselves and each protocol beside one another: none waits for another.
        Func<IReadOnlyList<CheckFinding>>[] parts =
        [
            () => [.. library.Library.Diagnostics.Select(found => new CheckFinding(found, null))],
            .. packs.Select<Pack, Func<IReadOnlyList<CheckFinding>>>(pack => () => In(pack)),
        ];
        var found = new IReadOnlyList<CheckFinding>[parts.Length];
        Parallel.For(0, parts.Length, part => found[part] = parts[part]());
        return
        [
            .. found
                .SelectMany(findings => findings)
                .DistinctBy(finding => finding.Diagnostic)
                .OrderBy(finding => finding.Diagnostic.Path, StringComparer.Ordinal)
                .ThenBy(finding => finding.Diagnostic.Line)
                .ThenBy(finding => finding.Diagnostic.Column),
        ];
    }

    private static IReadOnlyList<CheckFinding> In(Pack pack)
    {
        var compiled = pack.Compile();
        return [.. compiled.Diagnostics.Select(found => new CheckFinding(found, null)), .. ProtocolCheck.Run(compiled)];
    }
}
