using System.Security.Cryptography;
using System.Text;

namespace Comity.Protocols.Language;

/// <summary>SHA-256 of texts, in lower-case hexadecimal. Line endings are those of the text as given.</summary>
internal static class ContentHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Each text is hashed by itself first, so that moving a line from the end of one file to the start of the next changes the result.
    public static string Of(IEnumerable<SourceText> sources) =>
        Of(string.Join('\n', sources.Select(source => Of(source.Text)).Order(StringComparer.Ordinal)));
}
