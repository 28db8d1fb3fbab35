using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Comity.Protocols.Calendars;

/// <summary>The bank holidays of the whole United Kingdom over the years that one dated list covers.</summary>
/// <remarks>
/// They are data, not a formula: substitute days and extra days are proclaimed, sometimes months before, and even a regulator has miscounted
/// by leaving one out. Immutable.
/// </remarks>
public sealed class BankHolidays
{
    private readonly StatutoryCalendar foi;
    private readonly StatutoryCalendar foisa;
    private readonly ImmutableDictionary<Nation, CouncilCalendar> councils;

    internal BankHolidays(DateOnly dated, int firstYear, int lastYear, ImmutableArray<BankHoliday> days)
    {
        Dated = dated;
        FirstYear = firstYear;
        LastYear = lastYear;
        Days = [.. days.OrderBy(day => day.Date).ThenBy(day => day.Nation)];
        foi = new StatutoryCalendar("the FOI working days", VersionOf("foi", Nations.All, null), FirstDay, Reasons(Nations.All, null));
        foisa = new StatutoryCalendar(
            "the working days of Scotland under FOISA",
            VersionOf("foisa", [Nation.Scotland], null),
            FirstDay,
            Reasons([Nation.Scotland], null)
        );
        councils = Nations.All.ToImmutableDictionary(nation => nation, nation => Council(nation, null));
    }

    /// <summary>The date that the list gives itself.</summary>
    public DateOnly Dated { get; }

    /// <summary>The first year covered, from its 1 January.</summary>
    public int FirstYear { get; }

    /// <summary>The last year covered, to its 31 December.</summary>
    public int LastYear { get; }

    /// <summary>1 January of the first year.</summary>
    public DateOnly FirstDay => new(FirstYear, 1, 1);

    /// <summary>31 December of the last year.</summary>
    public DateOnly LastDay => new(LastYear, 12, 31);

    /// <summary>Every holiday, earliest first.</summary>
    public ImmutableArray<BankHoliday> Days { get; }

    /// <summary>The calendar of the Freedom of Information Act 2000 and of the Environmental Information Regulations 2004.</summary>
    /// <remarks>A bank holiday in any part of the United Kingdom does not count, for an English council too: FOIA s.10(6).</remarks>
    public StatutoryCalendar Foi => foi;

    /// <summary>The calendar of the Freedom of Information (Scotland) Act 2002: Scotland's bank holidays alone.</summary>
    public StatutoryCalendar Foisa => foisa;

    /// <summary>Reads the list from its text.</summary>
    /// <exception cref="FormatException">The list has faults; the message says all of them, each with its line.</exception>
    public static BankHolidays Read(SourceText source) =>
        TryRead(source, out var holidays, out var faults)
            ? holidays
            : throw new FormatException(string.Join('\n', faults.Select(fault => fault.ToString())));

    /// <summary>Reads the list from its text, or says everything that is wrong with it.</summary>
    /// <param name="source">Tab-separated text: see <c>docs/language/calendars.md</c>.</param>
    /// <param name="holidays">The list, when there is no fault.</param>
    /// <param name="faults">Every fault; empty when the list was read.</param>
    /// <returns>True when the list was read.</returns>
    public static bool TryRead(
        SourceText source,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out BankHolidays? holidays,
        out ImmutableArray<CalendarFault> faults
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        var reader = new BankHolidaysReader(source);
        holidays = reader.Read();
        faults = reader.Faults;
        return holidays is not null;
    }

    /// <summary>The calendar of a council's own protocol, without closure days.</summary>
    public CouncilCalendar ForCouncil(Nation nation) => councils[nation];

    /// <summary>The calendar of a council's own protocol with closure days that its own rule gives.</summary>
    /// <exception cref="ArgumentException">A closure day is outside the years covered.</exception>
    public CouncilCalendar ForCouncil(Nation nation, ClosureDays closures)
    {
        ArgumentNullException.ThrowIfNull(closures);
        foreach (var day in closures.Days)
        {
            if (day.Date < FirstDay || day.Date > LastDay)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"the closure day {day.Date.ToWords()} is outside {FirstYear} to {LastYear}, the years covered"
                    ),
                    nameof(closures)
                );
            }
        }

        return Council(nation, closures);
    }

    /// <summary>The calendar that a rule's clock counts by.</summary>
    /// <param name="choice">What the rule says.</param>
    /// <param name="council">The council's own calendar, of this edition.</param>
    public WorkingDayCalendar Choose(CalendarChoice choice, CouncilCalendar council) =>
        choice switch
        {
            CalendarChoice.Council => council,
            CalendarChoice.Foi => foi,
            CalendarChoice.Foisa => foisa,
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "no such choice of calendar"),
        };

    private CouncilCalendar Council(Nation nation, ClosureDays? closures) =>
        new(this, nation, closures, VersionOf(nation.ToKey(), [nation], closures), Reasons([nation], closures));

    private ImmutableArray<string?> Reasons(ImmutableArray<Nation> nations, ClosureDays? closures)
    {
        var reasons = new string?[LastDay.DayNumber - FirstDay.DayNumber + 1];
        for (var i = 0; i < reasons.Length; i++)
        {
            var weekday = FirstDay.AddDays(i).DayOfWeek;
            reasons[i] = weekday is DayOfWeek.Saturday or DayOfWeek.Sunday ? $"a {weekday}" : null;
        }

        foreach (var day in closures?.Days ?? [])
        {
            reasons[day.Date.DayNumber - FirstDay.DayNumber] ??= $"{day.Reason}: the council is closed ({closures!.Authority})";
        }

        // A bank holiday is said as such even on a day on which the council is also shut.
        foreach (var sameDay in Days.Where(day => nations.Contains(day.Nation)).GroupBy(day => day.Date))
        {
            var place = sameDay.Key.DayNumber - FirstDay.DayNumber;
            if (sameDay.Key.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                reasons[place] = InWords([.. sameDay]);
            }
        }

        return [.. reasons];
    }

    private static string InWords(ImmutableArray<BankHoliday> sameDay) =>
        string.Join(
            "; ",
            sameDay
                .GroupBy(day => (day.Name, day.Kind))
                .Select(group =>
                {
                    var where = string.Join(" and ", group.Select(day => day.Nation.ToName()));
                    return group.Key.Kind switch
                    {
                        BankHolidayKind.CommonLaw => $"{group.Key.Name}, a holiday in {where}",
                        BankHolidayKind.Proclaimed => $"{group.Key.Name}, a proclaimed bank holiday in {where}",
                        BankHolidayKind.Substitute => $"substitute day for {group.Key.Name}, a bank holiday in {where}",
                        _ => $"{group.Key.Name}, a bank holiday in {where}",
                    };
                })
        );

    private CalendarVersion VersionOf(string key, ImmutableArray<Nation> nations, ClosureDays? closures)
    {
        var text = new StringBuilder();
        text.Append(FormattableString.Invariant($"comity-calendar/1\n{key}\n{FirstYear}\n{LastYear}\n"));
        foreach (var day in Days.Where(day => nations.Contains(day.Nation)))
        {
            text.Append(FormattableString.Invariant($"{day.Date:yyyy-MM-dd}\t{day.Nation.ToKey()}\t{day.Name}\t{day.Kind}\n"));
        }

        if (closures is not null)
        {
            text.Append(FormattableString.Invariant($"closed\t{closures.Authority}\n"));
            foreach (var day in closures.Days)
            {
                text.Append(FormattableString.Invariant($"{day.Date:yyyy-MM-dd}\t{day.Reason}\n"));
            }
        }

        return new CalendarVersion(key, Dated, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }
}
