using Comity.Protocols;

namespace Comity.Service.ProtocolLibrary;

/// <summary>Which texts of a folder of protocols a council under one of them reads.</summary>
public static class CouncilTexts
{
    /// <summary>
    /// Vocabulary, calendar, the one protocol, and the law and safeguards for its nation and kind of council; no cases, no situations, nobody else's protocol.
    /// </summary>
    public static IReadOnlyList<SourceText> For(IEnumerable<SourceText> folder, string protocolKey)
    {
        var read = folder.Where(text => IsRead(text.Path, protocolKey)).ToList();
        var protocol = read.Find(text => text.Path.StartsWith(protocolKey + "/", StringComparison.Ordinal));
        if (protocol is null)
        {
            return read;
        }

        var own = ProtocolFile.ReadControl(protocol);
        return [.. read.Where(text => !IsBeside(text.Path) || PackLibrary.AppliesTo(ProtocolFile.ReadControl(text), own))];
    }

    private static bool IsBeside(string path) => path.Split('/')[0] is "law" or "safeguards" or "national";

    private static bool IsRead(string path, string protocolKey)
    {
        var isProtocol = path.EndsWith(".protocol.md", StringComparison.Ordinal);
        return path.Split('/')[0] switch
        {
            "vocabulary" => path.EndsWith(".md", StringComparison.Ordinal),
            "calendars" => path.EndsWith(".tsv", StringComparison.Ordinal),
            "law" or "safeguards" or "national" => isProtocol,
            var own => own == protocolKey && isProtocol,
        };
    }
}
