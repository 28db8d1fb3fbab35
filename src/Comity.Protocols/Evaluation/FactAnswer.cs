using System.Globalization;

namespace Comity.Protocols.Evaluation;

/// <summary>What is known of one fact.</summary>
internal readonly record struct FactAnswer(Fact Fact, int Choice, decimal Number, DateOnly Date, string? Stage)
{
    public static FactAnswer? Parse(Fact fact, string value) =>
        fact.Kind switch
        {
            FactKind.Number => decimal.TryParse(
                value,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? new FactAnswer(fact, -1, number, default, null)
                : null,
            FactKind.Date => Dates.ParseOrNull(value) is { } date ? new FactAnswer(fact, -1, 0, date, null) : null,
            FactKind.Stage => value.Length > 0 ? new FactAnswer(fact, -1, 0, default, value) : null,
            _ => fact.ChoiceIndex(value) is >= 0 and var choice ? new FactAnswer(fact, choice, 0, default, null) : null,
        };

    /// <summary>The value as the language writes it.</summary>
    public override string ToString() =>
        Fact.Kind switch
        {
            FactKind.Number => Number.ToString("0.############################", CultureInfo.InvariantCulture),
            FactKind.Date => Dates.Write(Date),
            FactKind.Stage => Stage!,
            _ => Fact.Choices[Choice].Name,
        };
}
