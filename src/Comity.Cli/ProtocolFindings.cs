using Comity.Protocols.Analysis;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli;

/// <summary>What is wrong in protocol files, for the command line and for editors alike.</summary>
internal static class ProtocolFindings
{
    /// <summary>The findings in every text of the folder by itself, and in the protocols that are meant, in the order of the texts.</summary>
    public static IReadOnlyList<CheckFinding> In(PackLibrary library, IEnumerable<Pack> packs) =>
        [
            .. library
                .Library.Diagnostics.Select(found => new CheckFinding(found, null))
                .Concat(packs.SelectMany(In))
                .DistinctBy(found => found.Diagnostic)
                .OrderBy(found => found.Diagnostic.Path, StringComparer.Ordinal)
                .ThenBy(found => found.Diagnostic.Line)
                .ThenBy(found => found.Diagnostic.Column),
        ];

    private static IEnumerable<CheckFinding> In(Pack pack)
    {
        var compiled = pack.Compile();
        return compiled.Diagnostics.Select(found => new CheckFinding(found, null)).Concat(ProtocolCheck.Run(compiled));
    }
}
