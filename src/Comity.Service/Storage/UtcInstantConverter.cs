using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Comity.Service.Storage;

/// <summary>Instants are UTC on the way in (anything else is a defect) and on the way out (SQLite forgets the kind).</summary>
public sealed class UtcInstantConverter()
    : ValueConverter<DateTime, DateTime>(value => RequireUtc(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime RequireUtc(DateTime value) =>
        value.Kind == DateTimeKind.Utc ? value : throw new ArgumentException($"An instant must be UTC, not {value.Kind}.", nameof(value));
}
