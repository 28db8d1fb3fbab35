using Comity.Protocols;

namespace Comity.Service.ProtocolLibrary;

/// <summary>Which texts of a folder of protocols a council under one of them reads.</summary>
public static class CouncilTexts
{
    /// <summary>Vocabulary, calendar, law, safeguards and the one protocol; no cases, no situations, nobody else's protocol.</summary>
    public static IReadOnlyList<SourceText> For(IEnumerable<SourceText> folder, string protocolKey) =>
        [.. folder.Where(text => IsRead(text.Path, protocolKey))];

    private static bool IsRead(string path, string protocolKey)
    {
        var isProtocol = path.EndsWith(".protocol.md", StringComparison.Ordinal);
        return path.Split('/')[0] switch
        {
            "vocabulary" => path.EndsWith(".md", StringComparison.Ordinal),
            "calendars" => path.EndsWith(".tsv", StringComparison.Ordinal),
            "law" or "safeguards" => isProtocol,
            var own => own == protocolKey && isProtocol,
        };
    }
}
