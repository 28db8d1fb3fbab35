using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>A political group, a committee (the full council and the cabinet are committees here), or a body that members sit on elsewhere.</summary>
[Index(nameof(Kind), nameof(Name))]
public sealed class Body
{
    public Guid Id { get; init; }
    public BodyKind Kind { get; init; }

    [MaxLength(120)]
    public required string Name { get; set; }

    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
}

public enum BodyKind
{
    PoliticalGroup,
    Committee,
    JointCommittee,
    OutsideBody,

    /// <summary>A committee that reviews what the executive does: its members have rights of their own to the executive's documents.</summary>
    ScrutinyCommittee,
}
