using System.Globalization;

namespace Comity.Service.Figures;

/// <summary>
/// What a council shows everybody: how many answers were due and how many came in time, of the whole council, by service and by kind, with what could
/// single somebody out kept back.
/// </summary>
public sealed class PublishedFigures
{
    public const string FewerThanFive = "fewer than 5";
    public const string NotShown = "not shown";

    private PublishedFigures(PublishedLine all, IReadOnlyList<PublishedLine> byService, IReadOnlyList<PublishedLine> byKind, double? median)
    {
        All = all;
        ByService = byService;
        ByKind = byKind;
        MedianDays = median;
    }

    public PublishedLine All { get; }
    public IReadOnlyList<PublishedLine> ByService { get; }
    public IReadOnlyList<PublishedLine> ByKind { get; }

    /// <summary>Null where fewer than five were answered.</summary>
    public double? MedianDays { get; }

    public bool KeepsBack => ByService.Concat(ByKind).Append(All).Any(line => line.KeepsBack);

    public static PublishedFigures Of(
        FiguresRead figures,
        IReadOnlyDictionary<Guid, string> services,
        Func<string, string> kindInWords,
        string withoutService
    )
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new PublishedFigures(
            Line("All", figures.All, figures.All.Due < SmallNumbers.Fewest ? Said.FewerThanFive : Said.Number, IsPlain(figures.All)),
            Lines([.. figures.ByService.Select(one => (services.GetValueOrDefault(one.Key, withoutService), one.Value))]),
            Lines([.. figures.ByKind.Select(one => (kindInWords(one.Key), one.Value))]),
            figures.All.Answered < SmallNumbers.Fewest ? null : figures.All.MedianDays
        );
    }

    private static Said IsPlain(Tally tally) =>
        tally.Late < SmallNumbers.Fewest ? Said.FewerThanFive
        : tally.InTime < SmallNumbers.Fewest ? Said.Nothing
        : Said.Number;

    private static IReadOnlyList<PublishedLine> Lines(IReadOnlyList<(string Name, Tally Tally)> lines)
    {
        var rows = lines.Where(line => line.Tally.Due > 0).OrderBy(line => line.Name, StringComparer.Ordinal).ToList();
        var due = SmallNumbers.Of([.. rows.Select(row => row.Tally.Due)]);
        var open = Enumerable.Range(0, rows.Count).Where(place => due[place] == Said.Number).ToList();

        // What the lines that are kept back have together follows from the total: it stands as one more number that is never said.
        var kept = rows.Where((_, place) => due[place] != Said.Number).ToList();
        var late = SmallNumbers.Of([
            .. open.Select(place => rows[place].Tally.Late),
            .. kept.Count > 0 ? [kept.Sum(row => row.Tally.Late)] : Array.Empty<int>(),
        ]);

        // Few in time gives few away as few late does. Where a table has both, what hides the one would show the other.
        var hasFewInTime = rows.Exists(row => row.Tally.InTime < SmallNumbers.Fewest);
        return
        [
            .. rows.Select(
                (row, place) =>
                    Line(
                        row.Name,
                        row.Tally,
                        due[place],
                        due[place] != Said.Number || hasFewInTime ? Said.Nothing : late[open.IndexOf(place)]
                    )
            ),
        ];
    }

    private static PublishedLine Line(string name, Tally tally, Said due, Said late)
    {
        var (count, few) = (tally.Due, SmallNumbers.Fewest - 1);
        return due switch
        {
            Said.FewerThanFive => new PublishedLine(name, FewerThanFive, NotShown, null, true),
            Said.Nothing => new PublishedLine(name, NotShown, NotShown, null, true),
            _ => late switch
            {
                Said.Number => new PublishedLine(
                    name,
                    Text(count),
                    $"{Text(tally.InTime)} of {Text(count)}",
                    (double)tally.InTime / count,
                    false
                ),
                Said.FewerThanFive => new PublishedLine(
                    name,
                    Text(count),
                    $"at least {Text(count - few)} of {Text(count)}",
                    (double)(count - few) / count,
                    true
                ),
                _ => new PublishedLine(name, Text(count), NotShown, null, true),
            },
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One line of what is published: only what may be said is in it.</summary>
/// <param name="Share">The part that was in time, as far as it may be said; null where it may not.</param>
public sealed record PublishedLine(string Name, string Due, string InTime, double? Share, bool KeepsBack);
