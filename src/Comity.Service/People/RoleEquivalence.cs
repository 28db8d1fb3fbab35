using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>
/// What the council says a role of its protocol is here: "head of paid service" is the chief executive. The protocols do not say it, so it is
/// asked and never assumed.
/// </summary>
[Index(nameof(Duty), nameof(From))]
public sealed class RoleEquivalence : DatedFact
{
    /// <summary>What has to be somebody's: head-of-paid-staff, chief-officer, foi-officer …</summary>
    [MaxLength(60)]
    public required string Duty { get; init; }

    /// <summary>The role that the council says does it.</summary>
    [MaxLength(60)]
    public required string Role { get; init; }

    public Guid StatedByPersonId { get; init; }

    /// <summary>The decision that settled it, as the council refers to it; none for what was answered when the council was set up.</summary>
    [MaxLength(200)]
    public string? Minute { get; init; }
}
