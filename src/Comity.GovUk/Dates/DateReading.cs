namespace Comity.GovUk.Dates;

/// <summary>What three texts amount to: a date, or what is wrong and in which of them.</summary>
public sealed record DateReading(DateOnly? Date, DateFault Fault, DateFields Fields)
{
    /// <summary>The words of the Design System for this fault, which begin with the name of the date.</summary>
    public string? Message(string name) =>
        Fault switch
        {
            DateFault.Missing when Fields == DateFields.All => $"Enter {LowerFirst(name)}",
            DateFault.Missing => $"{name} must include a {MissingNames()}",
            DateFault.NotReal => $"{name} must be a real date",
            DateFault.YearNotFourDigits => "Year must include 4 numbers",
            _ => null,
        };

    private string MissingNames() =>
        string.Join(
            " and ",
            new[] { (DateFields.Day, "day"), (DateFields.Month, "month"), (DateFields.Year, "year") }
                .Where(each => Fields.HasFlag(each.Item1))
                .Select(each => each.Item2)
        );

    private static string LowerFirst(string name) =>
        name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
