using System.ComponentModel.DataAnnotations;
using Comity.Service.Content;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>
/// Something that is going on. Who is in it stands in <see cref="MatterParty"/>, who may see it in <see cref="Grant"/>, what is owed in
/// <see cref="Duty"/>: this row names nobody, so that a sealed matter's row gives nobody away.
/// </summary>
[Index(nameof(Reference), IsUnique = true)]
[Index(nameof(State), nameof(OpenedAt))]
[Index(nameof(AnsweredAt))]
public sealed class Matter
{
    public Guid Id { get; init; }

    [MaxLength(16)]
    public required string Reference { get; init; }

    /// <summary>enquiry, service-request, constituent-complaint, information-request; further kinds add their own word.</summary>
    [MaxLength(40)]
    public required string Kind { get; set; }

    public ContentClass Class { get; init; }

    /// <summary>The subject line, or null for a sealed matter (then it is sealed content).</summary>
    [MaxLength(200)]
    public string? Subject { get; set; }

    public Guid? SubjectContentId { get; set; }

    /// <summary>In which capacity the member acts: it decides who answers for the personal data (UK GDPR controller).</summary>
    public Capacity Capacity { get; init; }

    /// <summary>Whose record this is: a councillor's own casework is not the council's to release (FOIA s.3(2)).</summary>
    public Holder Holder { get; init; }

    public MatterState State { get; set; }
    public Guid? WardId { get; set; }
    public Guid? ServiceAreaId { get; set; }

    /// <summary>The day it reached the council; a weekend is possible. Clocks start from it.</summary>
    public DateOnly ReceivedOn { get; init; }

    public DateTime OpenedAt { get; init; }
    public DateTime? AnsweredAt { get; set; }
    public DateTime? ClosedAt { get; set; }

    /// <summary>Last day for a follow-up on the same matter, from the council's stated arrangement; null when it states none.</summary>
    public DateOnly? FollowUpUntil { get; set; }

    /// <summary>How satisfied the member is, 1 (very dissatisfied) to 5 (very satisfied).</summary>
    public int? Satisfaction { get; set; }

    /// <summary>Goes up by one with every change and travels in every form.</summary>
    [ConcurrencyCheck]
    public int Version { get; set; }

    public ICollection<MatterParty> Parties { get; } = [];
    public ICollection<Duty> Duties { get; } = [];
    public ICollection<Message> Messages { get; } = [];
}

public enum Capacity
{
    Council,
    WardRepresentative,
    Party,
}

public enum Holder
{
    Council,
    Member,
}

public enum MatterState
{
    Open,
    Acknowledged,
    Answered,
    Closed,
}
