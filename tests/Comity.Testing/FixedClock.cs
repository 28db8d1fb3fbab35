namespace Comity.Testing;

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class FixedClock(DateTime utc) : TimeProvider
{
    private DateTimeOffset _now = new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    /// <summary>Thursday 2 April 2026, ten in the morning in London: the working day before Good Friday.</summary>
    public FixedClock()
        : this(new DateTime(2026, 4, 2, 9, 0, 0, DateTimeKind.Utc)) { }

    public override DateTimeOffset GetUtcNow() => _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>What is measured stands still, too.</summary>
    public override long GetTimestamp() => _now.UtcTicks;

    public DateTime Now => _now.UtcDateTime;

    public void Advance(TimeSpan by) => _now += by;

    public void Set(DateTime instant) => _now = new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
}
