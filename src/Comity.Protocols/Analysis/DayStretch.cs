using System.Globalization;

namespace Comity.Protocols.Analysis;

/// <summary>Days on each of which the same rules hold.</summary>
/// <param name="From">The first, or null when there is none before it.</param>
/// <param name="Until">The last, or null when there is none after it.</param>
public sealed record DayStretch(DateOnly? From, DateOnly? Until)
{
    /// <summary>True when it is every day.</summary>
    public bool IsAlways => From is null && Until is null;

    // A day that stands for all of it; null where days do not matter.
    internal DateOnly? Day => From ?? Until;

    /// <summary>The stretches in words, <c>from 1 April 2025</c> or <c>until 31 March 2020 and from 1 April 2025</c>; empty when they are every day.</summary>
    /// <param name="stretches">Stretches of one protocol.</param>
    public static string Words(IEnumerable<DayStretch> stretches)
    {
        var joined = Join(stretches);
        return joined.Exists(stretch => stretch.IsAlways) ? "" : string.Join(" and ", joined.Select(stretch => stretch.InWords()));
    }

    /// <summary>The stretches in which the rules on some acts stay the same, the latest first: one with two open ends when no rule is dated.</summary>
    internal static IReadOnlyList<DayStretch> Of(params IEnumerable<Slice?> slices)
    {
        var dated = slices.OfType<Slice>().SelectMany(slice => slice.Dated).ToList();
        var starts = dated
            .Select(rule => rule.From)
            .Concat(dated.Where(rule => rule.Until < DateOnly.MaxValue).Select(rule => rule.Until?.AddDays(1)))
            .OfType<DateOnly>()
            .Where(day => day > DateOnly.MinValue)
            .Distinct()
            .OrderDescending()
            .ToList();
        return
        [
            .. starts.Select((day, i) => new DayStretch(day, i == 0 ? null : starts[i - 1].AddDays(-1))),
            new DayStretch(null, starts.Count == 0 ? null : starts[^1].AddDays(-1)),
        ];
    }

    // Neighbours are one.
    private static List<DayStretch> Join(IEnumerable<DayStretch> stretches)
    {
        var joined = new List<DayStretch>();
        foreach (var stretch in stretches.Distinct().OrderBy(stretch => stretch.From ?? DateOnly.MinValue))
        {
            if (joined.Count > 0 && joined[^1].Until is { } until && stretch.From == until.AddDays(1))
            {
                joined[^1] = joined[^1] with { Until = stretch.Until };
            }
            else
            {
                joined.Add(stretch);
            }
        }

        return joined;
    }

    private string InWords() =>
        (From, Until) switch
        {
            ({ } from, { } until) => $"from {Written(from)} to {Written(until)}",
            ({ } from, null) => $"from {Written(from)}",
            (null, { } until) => $"until {Written(until)}",
            _ => "",
        };

    internal static string Written(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
