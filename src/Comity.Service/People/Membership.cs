using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>A person's place in a political group, a committee or another body.</summary>
[Index(nameof(PersonId), nameof(From))]
[Index(nameof(BodyId), nameof(From))]
public sealed class Membership : DatedFact
{
    public Guid PersonId { get; init; }
    public Person? Person { get; init; }
    public Guid BodyId { get; init; }
    public Body? Body { get; init; }

    /// <summary>One of <see cref="Places"/>.</summary>
    [MaxLength(40)]
    public string Place { get; init; } = Places.Member;
}
