namespace Comity.Service.People.Import;

/// <summary>A line of the file with its values by column, trimmed; an empty value is not there.</summary>
public sealed record RawRow(int Line, IReadOnlyDictionary<string, string> Values)
{
    public string? this[string column] => Values.GetValueOrDefault(column);
}
