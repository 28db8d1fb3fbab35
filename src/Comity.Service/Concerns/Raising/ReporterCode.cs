using System.Security.Cryptography;
using Comity.Service.Matters;

namespace Comity.Service.Concerns.Raising;

/// <summary>
/// What somebody without an account comes back with: <c>7F2M-WXQ4-K9BD-0C3H-TT5V</c>. Twenty characters of an alphabet that is easy to copy carry 97 bits: nobody finds one by trying.
/// It is kept nowhere. What stands in the rows is a keyed hash, as for everybody in a sealed matter.
/// </summary>
public static class ReporterCode
{
    private const int Length = 20;
    private const int Group = 4;

    public static string New() => Grouped(RandomNumberGenerator.GetString(PublicReference.Alphabet, Length));

    /// <summary>The one form of what was typed: in either case, with or without spaces and hyphens, O for 0, I or L for 1. What is no code stays none.</summary>
    public static string Read(string? typed)
    {
        var characters = (typed ?? "")
            .Where(character => character != '-' && !char.IsWhiteSpace(character))
            .Take(Length + 1)
            .Select(character =>
                char.ToUpperInvariant(character) switch
                {
                    'O' => '0',
                    'I' or 'L' => '1',
                    var other => other,
                }
            );
        return Grouped(string.Concat(characters));
    }

    private static string Grouped(string characters) => string.Join('-', characters.Chunk(Group).Select(group => new string(group)));
}
