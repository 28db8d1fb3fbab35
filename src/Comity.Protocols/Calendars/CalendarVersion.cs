namespace Comity.Protocols.Calendars;

/// <summary>Which calendar a date was counted with: enough to find the same data again and to prove that it is the same.</summary>
/// <param name="Key"><c>england-and-wales</c>, <c>scotland</c>, <c>northern-ireland</c>, <c>foi</c> or <c>foisa</c>.</param>
/// <param name="Dated">The date that the data gives itself. A later date replaces an earlier one.</param>
/// <param name="Hash">
/// SHA-256, in lower-case hexadecimal, over everything that can change a date or its working: the years covered, each holiday's date,
/// nation, name and kind, and each closure day. Source notes and the order of the rows are left out.
/// </param>
public sealed record CalendarVersion(string Key, DateOnly Dated, string Hash)
{
    /// <summary>One line for a record: <c>foi 2026-11-22 sha256:…</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Key} {Dated:yyyy-MM-dd} sha256:{Hash}");
}
