using System.ComponentModel.DataAnnotations;
using Comity.Protocols;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Rulings;

/// <summary>
/// The Monitoring Officer's answer to what the protocol means for an act in a situation. Where the protocol gives that officer the last word it decides from
/// its day on; anywhere else it is advice, until the council adopts it by a minute. It is ended or replaced, never deleted.
/// </summary>
[Index(nameof(Number), IsUnique = true)]
[Index(nameof(MatterId))]
public sealed class Ruling
{
    public Guid Id { get; init; }

    /// <summary>From 1 in the order in which they were made: R1, R2 and so on.</summary>
    public int Number { get; init; }

    /// <summary>The question in a few words.</summary>
    [MaxLength(160)]
    public required string Title { get; init; }

    /// <summary>The lasting ids of the clauses that it is about, one after the other; empty where it is about a silence.</summary>
    [MaxLength(600)]
    public required string Clauses { get; init; }

    /// <summary>The norms of those clauses in whose place it stands, one after the other.</summary>
    [MaxLength(2000)]
    public required string Despite { get; init; }

    [MaxLength(80)]
    public required string Act { get; init; }

    [MaxLength(80)]
    public string? ByRole { get; init; }

    [MaxLength(80)]
    public string? ToRole { get; init; }

    [MaxLength(80)]
    public string? AboutRole { get; init; }

    /// <summary>What has to be so, a line <c>fact = value</c> for each.</summary>
    [MaxLength(2000)]
    public required string Facts { get; init; }

    public RulingEffect Effect { get; init; }

    [MaxLength(80)]
    public string? ReferredTo { get; init; }

    [MaxLength(2000)]
    public required string Answer { get; init; }

    [MaxLength(4000)]
    public required string Reasons { get; init; }

    /// <summary>Whether somebody put the question under the clause, or the officer gave the answer unasked.</summary>
    public bool OnReference { get; init; }

    /// <summary>The question of which it came; shown to nobody who may not see that one.</summary>
    public Guid? MatterId { get; init; }

    public Guid AuthorPersonId { get; init; }

    /// <summary>The name under which it was given; it stands in the text that decides.</summary>
    [MaxLength(200)]
    public required string AuthorName { get; init; }

    /// <summary>Whether the protocol gave the officer the last word when it was made.</summary>
    public bool Binding { get; init; }

    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }

    /// <summary>The ruling that it takes the place of.</summary>
    public Guid? ReplacesId { get; init; }

    [MaxLength(2000)]
    public string? EndedBecause { get; set; }

    [MaxLength(200)]
    public string? AdoptedMinute { get; set; }
    public DateOnly? AdoptedFrom { get; set; }
    public Guid? AdoptedByPersonId { get; set; }
    public DateTime RecordedAt { get; init; }

    public IReadOnlyList<string> ClauseIds => Clauses.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<(string Fact, string Value)> FactLines =>
        [
            .. Facts
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(" = ", 2))
                .Select(parts => (parts[0], parts[1])),
        ];

    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || Until >= day);

    public Situation SituationIn(Vocabulary vocabulary, DateOnly on)
    {
        var so = Situation.In(vocabulary).Act(Act).On(on);
        so = ByRole is null ? so : so.By(ByRole);
        so = ToRole is null ? so : so.To(ToRole);
        so = AboutRole is null ? so : so.About(AboutRole);
        return FactLines.Aggregate(so, (built, fact) => built.With(fact.Fact, fact.Value)).Build();
    }
}
