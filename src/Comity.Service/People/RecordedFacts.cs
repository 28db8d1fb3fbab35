using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Which of the facts the record believed at an instant.</summary>
internal static class RecordedFacts
{
    /// <summary>What the record said then; without an instant, what it says now.</summary>
    public static IQueryable<TFact> AsRecordedAt<TFact>(this IQueryable<TFact> facts, DateTime? instant)
        where TFact : DatedFact =>
        instant is { } at
            ? facts.IgnoreQueryFilters().Where(fact => fact.RecordedAt <= at && (fact.SupersededAt == null || fact.SupersededAt > at))
            : facts;
}
