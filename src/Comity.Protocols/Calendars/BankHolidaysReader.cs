using System.Collections.Immutable;
using System.Globalization;

namespace Comity.Protocols.Calendars;

/// <summary>Reads the tab-separated list of bank holidays and collects everything that is wrong with it.</summary>
internal sealed class BankHolidaysReader(SourceText source)
{
    private const string Header = "date\tnation\tname\tkind\tstanding\tsource";

    private readonly ImmutableArray<CalendarFault>.Builder faults = ImmutableArray.CreateBuilder<CalendarFault>();
    private readonly Dictionary<(DateOnly, Nation), int> lines = [];
    private DateOnly? dated;
    private (int First, int Last)? years;

    /// <summary>What was wrong; empty when <see cref="Read"/> gave a list.</summary>
    public ImmutableArray<CalendarFault> Faults => faults.ToImmutable();

    public BankHolidays? Read()
    {
        var days = ImmutableArray.CreateBuilder<BankHoliday>();
        var headerSeen = false;
        var number = 0;
        foreach (var raw in source.Text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.StartsWith('#'))
            {
                ReadStatement(line[1..].Trim(), number);
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            else if (!headerSeen)
            {
                headerSeen = true;
                if (line != Header)
                {
                    Fault(number, $"the columns must be `{Header.Replace("\t", "` `", StringComparison.Ordinal)}`, parted by tabs");
                }
            }
            else if (ReadDay(line, number) is { } day)
            {
                days.Add(day);
            }
        }

        CheckWhole(days);
        return faults.Count == 0 && dated is { } date && years is { } range
            ? new BankHolidays(date, range.First, range.Last, days.ToImmutable())
            : null;
    }

    private void ReadStatement(string statement, int number)
    {
        if (statement.StartsWith("dated:", StringComparison.Ordinal))
        {
            dated = ReadDate(statement["dated:".Length..].Trim());
            if (dated is null)
            {
                Fault(number, "`dated` must be a date such as `2026-11-22`");
            }
        }
        else if (statement.StartsWith("years:", StringComparison.Ordinal))
        {
            var parts = statement["years:".Length..].Split('-', StringSplitOptions.TrimEntries);
            if (
                parts.Length == 2
                && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                && first is >= 1971 and <= 9998
                && last >= first
                && last - first < 100
            )
            {
                years = (first, last);
            }
            else
            {
                Fault(number, "`years` must be the first and the last year covered, such as `2025-2028`");
            }
        }
    }

    private BankHoliday? ReadDay(string line, int number)
    {
        var cells = line.Split('\t');
        if (cells.Length != 6)
        {
            Fault(number, FormattableString.Invariant($"{cells.Length} columns where 6 are wanted"));
            return null;
        }

        var date = ReadDate(cells[0]);
        if (date is null)
        {
            Fault(number, $"`{cells[0]}` is not a date such as `2026-06-15`");
        }

        // The list names each part of the kingdom by its own word; `england` alone would leave a reader in doubt about Wales.
        var nation = cells[1] is "england" or "wales" ? null : Nations.FromKey(cells[1]);
        if (nation is null)
        {
            Fault(number, $"`{cells[1]}` is not one of `england-and-wales`, `scotland`, `northern-ireland`");
        }

        if (string.IsNullOrWhiteSpace(cells[2]))
        {
            Fault(number, "the day has no name");
        }

        BankHolidayKind? kind = cells[3] switch
        {
            "bank-holiday" => BankHolidayKind.BankHoliday,
            "substitute" => BankHolidayKind.Substitute,
            "proclaimed" => BankHolidayKind.Proclaimed,
            "common-law" => BankHolidayKind.CommonLaw,
            _ => null,
        };
        if (kind is null)
        {
            Fault(number, $"`{cells[3]}` is not one of `bank-holiday`, `substitute`, `proclaimed`, `common-law`");
        }

        if (cells[4] is not ("verified" or "unverified"))
        {
            Fault(number, $"`{cells[4]}` is not one of `verified`, `unverified`");
        }

        if (date is not { } day || nation is not { } where || kind is not { } why)
        {
            return null;
        }

        if (!lines.TryAdd((day, where), number))
        {
            Fault(number, FormattableString.Invariant($"{day.ToWords()} is in line {lines[(day, where)]} already for {where.ToName()}"));
        }

        return new BankHoliday(day, where, cells[2], why, cells[4] == "verified", cells[5]);
    }

    private void CheckWhole(ImmutableArray<BankHoliday>.Builder days)
    {
        if (dated is null && faults.All(fault => !fault.Message.StartsWith("`dated`", StringComparison.Ordinal)))
        {
            Fault(0, "a line `# dated: 2026-11-22` must say which edition this list is");
        }

        if (years is not { } range)
        {
            if (faults.All(fault => !fault.Message.StartsWith("`years`", StringComparison.Ordinal)))
            {
                Fault(0, "a line `# years: 2025-2028` must say which years the list covers");
            }

            return;
        }

        foreach (var day in days.Where(day => day.Date.Year < range.First || day.Date.Year > range.Last))
        {
            Fault(
                lines[(day.Date, day.Nation)],
                FormattableString.Invariant(
                    $"{day.Date.ToWords()} is outside {range.First} to {range.Last}, the years the list says it covers"
                )
            );
        }

        // A year that a list claims to cover and says nothing about would count every weekday: a silent wrong date.
        for (var year = range.First; year <= range.Last; year++)
        {
            foreach (var nation in Nations.All.Where(nation => !days.Any(day => day.Nation == nation && day.Date.Year == year)))
            {
                Fault(0, FormattableString.Invariant($"the list says that it covers {year} and has no day for {nation.ToName()} in it"));
            }
        }
    }

    private void Fault(int line, string message) => faults.Add(new CalendarFault(source.Path, line, message));

    private static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
