using System.Globalization;
using Comity.Service.Figures;

namespace Comity.Service.Concerns;

/// <summary>What was counted of one council year; both days are of it.</summary>
public sealed record ConcernsCounted(DateOnly From, DateOnly Until)
{
    /// <summary>How many were raised. Under <see cref="SmallNumbers.Fewest"/> it is not said.</summary>
    public required int All { get; init; }

    /// <summary>How many came to an outcome, whenever they were raised.</summary>
    public required int Ended { get; init; }

    /// <summary>Who raised them about whom; empty where there were too few to be divided.</summary>
    public required IReadOnlyList<Line> ByPair { get; init; }

    public required IReadOnlyList<Line> ByAct { get; init; }

    public required IReadOnlyList<Line> ByOutcome { get; init; }

    /// <summary>The clauses on which at least five rest; one concern may rest on several.</summary>
    public required IReadOnlyList<Line> ByClause { get; init; }

    public static string InWords(int number) =>
        number < SmallNumbers.Fewest ? PublishedFigures.FewerThanFive : number.ToString(CultureInfo.InvariantCulture);

    public sealed record Line(string Name, int Number)
    {
        public Said Said { get; init; } = Said.Number;

        public string InWords =>
            Said switch
            {
                Said.Number => Number.ToString(CultureInfo.InvariantCulture),
                Said.FewerThanFive => PublishedFigures.FewerThanFive,
                _ => PublishedFigures.NotShown,
            };
    }
}
