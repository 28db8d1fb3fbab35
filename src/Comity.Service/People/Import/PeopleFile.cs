namespace Comity.Service.People.Import;

/// <summary>A file as it was read: its columns, its lines, and what stops it from being read further.</summary>
public sealed record PeopleFile(IReadOnlyList<string> Columns, IReadOnlyList<RawRow> Rows, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>The bytes are not UTF-8: choosing Windows-1252 may help.</summary>
    public bool OfferWindows1252 { get; init; }

    public bool Has(string column) => Columns.Contains(column);
}
