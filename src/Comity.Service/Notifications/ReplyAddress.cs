using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Notifications;

/// <summary>
/// The address by which one person answers notices of one matter. Nobody can guess it, and it is good for that person alone. A sealed matter has none: what is
/// said in it is not said by email.
/// </summary>
[Index(nameof(Token), IsUnique = true)]
[Index(nameof(MatterId), nameof(PersonId), IsUnique = true)]
public sealed class ReplyAddress
{
    /// <summary>Letters and digits that no mail server folds into another: 32 of them, so that a byte gives one evenly.</summary>
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>130 bits.</summary>
    public const int Length = 26;

    public Guid Id { get; init; }

    [MaxLength(Length)]
    public required string Token { get; init; }

    public Guid MatterId { get; init; }
    public Guid PersonId { get; init; }
    public DateTime GivenAt { get; init; }

    public static string NewToken() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>Whether a text can be one, as far as its looks go.</summary>
    public static bool CanBe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Length && text.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal));
    }
}
