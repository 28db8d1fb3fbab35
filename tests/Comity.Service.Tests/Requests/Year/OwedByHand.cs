namespace Comity.Service.Tests.Requests.Year;

/// <summary>One thing owed as somebody with a wall calendar and a pencil would follow it.</summary>
internal sealed class OwedByHand(string kind, DateOnly anchor, int days)
{
    /// <summary>Working days by which the council lets a date be put back, in all.</summary>
    public const int MostExtra = 5;

    private readonly List<(DateOnly From, DateOnly? Until)> _pauses = [];
    private int _extra;
    private DateOnly? _dueWhenEnded;

    public string Kind => kind;
    public bool HasEnded { get; private set; }

    /// <summary>Whether it ended after its day.</summary>
    public bool WasLate { get; private set; }

    private bool IsPaused => _pauses is [.., { Until: null }];

    /// <summary>The last day in time; null while it is paused, or where it ended so.</summary>
    public DateOnly? Due(DayByDay calendar) =>
        HasEnded ? _dueWhenEnded
        : IsPaused ? null
        : Count(calendar, _extra);

    /// <returns>Whether it may be: not twice, and not once it is overdue.</returns>
    public bool Pause(DateOnly on, DayByDay calendar)
    {
        if (IsPaused || on > Due(calendar))
        {
            return false;
        }

        _pauses.Add((on, null));
        return true;
    }

    public void Resume(DateOnly on) => _pauses[^1] = (_pauses[^1].From, on);

    /// <returns>Whether it may be: inside the council's figure, not while it is paused, and not once it is overdue.</returns>
    public bool Extend(DateOnly on, int more, DayByDay calendar)
    {
        if (IsPaused || on > Due(calendar) || _extra + more > MostExtra)
        {
            return false;
        }

        _extra += more;
        return true;
    }

    public void End(DateOnly on, DayByDay calendar)
    {
        _dueWhenEnded = Due(calendar);
        (HasEnded, WasLate) = (true, on > _dueWhenEnded);
    }

    private DateOnly Count(DayByDay calendar, int extra) =>
        calendar.After(
            anchor,
            days + extra,
            day => _pauses.Exists(pause => day >= pause.From && (pause.Until is null || day <= pause.Until))
        );
}
