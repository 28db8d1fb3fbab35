using System.Collections.Frozen;
using System.Reflection;

namespace Comity.Web.SignIn;

/// <summary>
/// Length and not being known, and no rules on kinds of character (NCSC, "Password administration for system owners"; NIST SP 800-63B, section 3.1.1.2).
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;

    private static readonly FrozenSet<string> Known = ReadKnown();

    /// <summary>What is wrong with it, in words for the person; null when nothing is.</summary>
    public static string? Fault(string? password, params string?[] knownOfThem)
    {
        ArgumentNullException.ThrowIfNull(knownOfThem);
        if (string.IsNullOrEmpty(password))
        {
            return "Enter a password";
        }

        if (password.Length < Shortest)
        {
            return $"The password must have {Shortest} characters or more. Three words that do not belong together are easy to remember";
        }

        if (password.Length > Longest)
        {
            return $"The password must have {Longest} characters or fewer";
        }

        var plain = Plain(password);
        if (plain.Distinct().Count() < 5 || Known.Contains(plain) || Known.Any(known => IsPadded(plain, known)))
        {
            return "The password is one that people who break in try first. Choose another";
        }

        return knownOfThem
            .OfType<string>()
            .SelectMany(text => text.Split([' ', '@', '.'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length >= 4)
            .Any(word => IsPadded(plain, Plain(word)))
            ? "The password must not be your name, your address or the council’s name with a little added. Choose another"
            : null;
    }

    // A known word with up to four characters more is still that word.
    private static bool IsPadded(string plain, string known) =>
        plain.Length - known.Length is >= 0 and <= 4 && plain.Contains(known, StringComparison.Ordinal);

    private static string Plain(string text) =>
        string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit))
            .Replace('0', 'o')
            .Replace('1', 'i')
            .Replace('3', 'e')
            .Replace('4', 'a')
            .Replace('5', 's')
            .Replace('7', 't');

    private static FrozenSet<string> ReadKnown()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Comity.Web.SignIn.known-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Plain)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
