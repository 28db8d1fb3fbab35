using Comity.Protocols;

namespace Comity.Service.ProtocolLibrary;

/// <summary>Which texts of a folder of protocols a council under one of them reads.</summary>
public static class CouncilTexts
{
    private static readonly string[] ForEveryCouncil = ["vocabulary", "calendars", "law", "safeguards"];

    /// <summary>Vocabulary, calendar, law, safeguards and the one protocol; no cases, no situations, nobody else's protocol.</summary>
    public static IReadOnlyCollection<SourceText> For(IEnumerable<SourceText> folder, string protocolKey) =>
        [
            .. folder.Where(text =>
                !text.Path.EndsWith(".case", StringComparison.Ordinal)
                && (
                    ForEveryCouncil.Any(name => IsIn(text.Path, name))
                    || (IsIn(text.Path, protocolKey) && text.Path.EndsWith(".protocol.md", StringComparison.Ordinal))
                )
            ),
        ];

    private static bool IsIn(string path, string folder) => path.Split('/').SkipLast(1).Contains(folder, StringComparer.Ordinal);
}
