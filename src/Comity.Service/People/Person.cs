using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>A human being. What somebody may do follows from the offices held on a date, never from this row.</summary>
[Index(nameof(FullName))]
[Index(nameof(EmailKey), IsUnique = true)]
[Index(nameof(ImportKey), IsUnique = true)]
public sealed class Person
{
    public Guid Id { get; init; }

    [MaxLength(200)]
    public required string FullName { get; set; }

    /// <summary>Where notices go. Unique where given, compared without case.</summary>
    [MaxLength(254)]
    public string? Email
    {
        get;
        set
        {
            field = value;
            EmailKey = KeyOf(value);
        }
    }

    /// <summary>The address as it is compared.</summary>
    [MaxLength(254)]
    public string? EmailKey { get; private set; }

    /// <summary>The body a person outside the council belongs to: another council's Monitoring Officer, an independent person, a mediator.</summary>
    [MaxLength(200)]
    public string? OutsideBody { get; set; }

    /// <summary>The council's own reference for the person in the files it imports: payroll number or email.</summary>
    [MaxLength(254)]
    public string? ImportKey { get; set; }

    public DateTime RecordedAt { get; init; }

    public static string? KeyOf(string? email) => string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();
}
