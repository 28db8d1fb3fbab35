using System.ComponentModel.DataAnnotations;

namespace Comity.Service.Setup;

/// <summary>
/// A council's first set-up while it is under way: the answers so far, kept here so that nothing is lost when the service or the browser
/// stops. One row, erased of its file and code when the set-up is done.
/// </summary>
public sealed class SetUpJourney
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>SHA-256 of the one-time code that was printed on the console; null when it has been used up.</summary>
    [MaxLength(64)]
    public string? CodeHash { get; set; }

    /// <summary>SHA-256 of the token that the browser which gave the code carries.</summary>
    [MaxLength(64)]
    public string? BrowserHash { get; set; }

    public int WrongCodes { get; set; }

    /// <summary>The answers, as JSON.</summary>
    public required string Answers { get; set; }

    /// <summary>The list of people as it was uploaded.</summary>
    public byte[]? PeopleFile { get; set; }

    [MaxLength(200)]
    public string? PeopleFileName { get; set; }

    public DateTime StartedAt { get; init; }
    public DateTime? ChangedAt { get; set; }

    /// <summary>Goes up by one with every answer and travels in every form.</summary>
    [ConcurrencyCheck]
    public int Version { get; set; }
}
