namespace Comity.Protocols.Calendars.Ledger;

/// <summary>One thing that a governing source lets happen to a clock, on one ground.</summary>
public sealed record Allowance
{
    private Allowance(AllowanceKind kind, string ground, string source, Clock? noticeWithin, Clock? longestInAll)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ground);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        Kind = kind;
        Ground = ground;
        Source = source;
        NoticeWithin = noticeWithin;
        LongestInAll = longestInAll;
    }

    /// <summary>What it lets happen.</summary>
    public AllowanceKind Kind { get; }

    /// <summary>The ground, by the key that a ledger line gives.</summary>
    public string Ground { get; }

    /// <summary>The section, norm or minute that gives it. Never blank.</summary>
    public string Source { get; }

    /// <summary>Notice of an extension must be given within this clock, counted from the anchor; null when it need only be given before the due date.</summary>
    public Clock? NoticeWithin { get; }

    /// <summary>An extension may not go beyond this clock, counted from the anchor; null when the source names no limit.</summary>
    public Clock? LongestInAll { get; }

    /// <summary>Days may be left out on this ground.</summary>
    public static Allowance ToPause(string ground, string source) => new(AllowanceKind.Pause, ground, source, null, null);

    /// <summary>The clock may begin again on this ground.</summary>
    public static Allowance ToRestart(string ground, string source) => new(AllowanceKind.Restart, ground, source, null, null);

    /// <summary>The due date may be moved on, on this ground.</summary>
    /// <param name="ground">The ground.</param>
    /// <param name="source">The section, norm or minute.</param>
    /// <param name="noticeWithin">Within which clock notice must be given, or null.</param>
    /// <param name="longestInAll">The clock beyond which it may not go, or null.</param>
    /// <exception cref="ArgumentException">A limit is not a number of days counted forward.</exception>
    public static Allowance ToExtend(string ground, string source, Clock? noticeWithin = null, Clock? longestInAll = null)
    {
        foreach (var limit in new[] { noticeWithin, longestInAll })
        {
            if (limit is not null && !limit.CountsForwardInDays)
            {
                throw new ArgumentException($"`{limit}` is not a number of days counted forward", nameof(noticeWithin));
            }
        }

        return new(AllowanceKind.Extension, ground, source, noticeWithin, longestInAll);
    }
}
