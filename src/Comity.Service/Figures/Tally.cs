namespace Comity.Service.Figures;

/// <summary>
/// What was counted of one service, ward, kind or month. The days that answers took are kept by how many took so long, so that a median of a million costs
/// no more room than one of ten.
/// </summary>
public sealed class Tally
{
    private readonly SortedDictionary<int, int> _days = [];

    /// <summary>How many answers had their last day in the period.</summary>
    public int Due { get; private set; }

    /// <summary>How many of these came by that day.</summary>
    public int InTime { get; private set; }

    public int Late => Due - InTime;

    /// <summary>How many were answered in full in the period.</summary>
    public int Answered { get; private set; }

    /// <summary>How many of the answered ones the member had come back on.</summary>
    public int FollowedUp { get; private set; }

    public int Rated { get; private set; }

    /// <summary>How many of the rated ones with 4 or 5 of 5.</summary>
    public int Satisfied { get; private set; }

    /// <summary>Working days from receipt to answer: half took longer and half less. Null where nothing was answered.</summary>
    public double? MedianDays
    {
        get
        {
            if (Answered == 0)
            {
                return null;
            }

            return (Nth((Answered - 1) / 2) + Nth(Answered / 2)) / 2.0;
        }
    }

    public void AddDue(int due, int inTime)
    {
        Due += due;
        InTime += inTime;
    }

    /// <param name="days">Working days that it took.</param>
    /// <param name="satisfaction">From 1 to 5; null where nobody said.</param>
    public void AddAnswered(int days, bool followedUp, int? satisfaction)
    {
        Answered++;
        _days[days] = _days.GetValueOrDefault(days) + 1;
        FollowedUp += followedUp ? 1 : 0;
        Rated += satisfaction is null ? 0 : 1;
        Satisfied += satisfaction >= 4 ? 1 : 0;
    }

    private int Nth(int place)
    {
        foreach (var (days, count) in _days)
        {
            if (place < count)
            {
                return days;
            }

            place -= count;
        }

        throw new InvalidOperationException("There are fewer answers than were counted.");
    }
}
