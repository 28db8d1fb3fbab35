using Comity.Service.Record;
using Comity.Service.Storage;

namespace Comity.Service.People;

internal static class FactHistory
{
    public static Guid NewId(this CouncilWrite write) => Guid.CreateVersion7(new DateTimeOffset(write.At));

    /// <summary>
    /// Puts other days in the place of a fact's: the old row stays, marked as no longer believed. When nothing is left of it (it would end
    /// before it begins) there is no new row.
    /// </summary>
    public static TFact? Redate<TFact>(this ComityDb db, TFact fact, DateOnly from, DateOnly? until, CouncilWrite write)
        where TFact : DatedFact
    {
        var entry = db.Entry(fact);
        if (entry.State == Microsoft.EntityFrameworkCore.EntityState.Detached)
        {
            entry = db.Attach(fact);
        }

        fact.SupersededAt = write.At;
        if (until < from)
        {
            return null;
        }

        var values = entry.CurrentValues.Clone();
        values[nameof(DatedFact.Id)] = write.NewId();
        values[nameof(DatedFact.From)] = from;
        values[nameof(DatedFact.Until)] = until;
        values[nameof(DatedFact.RecordedAt)] = write.At;
        values[nameof(DatedFact.SupersededAt)] = null;
        var replacement = (TFact)values.ToObject();
        db.Add(replacement);
        return replacement;
    }
}
