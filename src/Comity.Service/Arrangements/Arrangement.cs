using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Arrangements;

/// <summary>
/// What the council itself has settled where its protocol is silent. It has an author, a minute and dates, is never set by someone it
/// concerns, and is shown as the council's choice wherever it is used.
/// </summary>
[Index(nameof(Key), nameof(From))]
public sealed class Arrangement
{
    public Guid Id { get; init; }

    /// <summary>What is settled; the keys are listed in <see cref="ArrangementKeys"/>.</summary>
    [MaxLength(80)]
    public required string Key { get; init; }

    /// <summary>The figure or choice, in the form its key asks for.</summary>
    [MaxLength(2000)]
    public required string Value { get; init; }

    public Guid AuthorPersonId { get; init; }

    /// <summary>The decision that made it, as the council refers to it.</summary>
    [MaxLength(200)]
    public required string Minute { get; init; }

    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
    public DateTime RecordedAt { get; init; }

    /// <summary>How a duty, a grant or a page names it as what it rests on; never to be taken for a clause.</summary>
    public string AsSource() => $"arrangement: {Minute}";

    /// <summary>The figure, for a key that asks for a number of days or of months.</summary>
    public int Days() => int.Parse(Value, NumberStyles.None, CultureInfo.InvariantCulture);
}
