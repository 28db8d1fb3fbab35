using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Comity.Service.Matters;

/// <summary>
/// What people quote for a matter: <c>WXQ4-7F2M-K9</c>. Random, because a gap in a sequence would reveal a matter behind a wall and two councils'
/// numbers would collide when they merge. Nine characters carry 43 bits, the tenth checks them. The check works modulo 29, and 29 is prime:
/// every single wrong character and every swap of two neighbours is found.
/// </summary>
public sealed record PublicReference
{
    /// <summary>Digits, and the letters that neither look like a digit (I, L, O) nor make words (vowels and Y).</summary>
    public const string Alphabet = "0123456789BCDFGHJKMNPQRSTVWXZ";

    /// <summary>The number of characters, check character included, separators not.</summary>
    public const int Length = 10;

    private PublicReference(string characters) => Value = $"{characters[..4]}-{characters[4..8]}-{characters[8..]}";

    /// <summary>The one form in which a reference is stored and shown.</summary>
    public string Value { get; }

    /// <summary>Draws a reference. The caller's unique index settles the rare collision: draw again.</summary>
    public static PublicReference New()
    {
        Span<char> characters = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++)
        {
            characters[i] = Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)];
        }

        characters[^1] = Alphabet[(Alphabet.Length - (WeightedSum(characters[..^1]) % Alphabet.Length)) % Alphabet.Length];
        return new PublicReference(new string(characters));
    }

    /// <summary>Reads what a person typed or heard: in either case, with or without spaces and hyphens, O for 0, I or L for 1.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PublicReference? reference)
    {
        reference = null;
        Span<char> characters = stackalloc char[Length];
        var count = 0;
        foreach (var typed in text ?? "")
        {
            if (typed == '-' || char.IsWhiteSpace(typed))
            {
                continue;
            }

            var character = char.ToUpperInvariant(typed) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            };
            if (count == Length || !Alphabet.Contains(character, StringComparison.Ordinal))
            {
                return false;
            }

            characters[count++] = character;
        }

        if (count != Length || WeightedSum(characters) % Alphabet.Length != 0)
        {
            return false;
        }

        reference = new PublicReference(new string(characters));
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    /// <summary>The weights fall from 10 to 1: none is zero modulo 29, and neighbours differ by one.</summary>
    private static int WeightedSum(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            sum += (Length - i) * Alphabet.IndexOf(characters[i], StringComparison.Ordinal);
        }

        return sum;
    }
}
