using System.Globalization;
using System.Text;
using Comity.Service.People;

namespace Comity.Service.Appointments;

/// <summary>Somebody who comes, as a calendar knows them; without an address the calendar is given none.</summary>
public sealed record CalendarPerson(string Name, string? Email);

/// <summary>
/// An appointment as a calendar takes it in: one VEVENT in a VCALENDAR (RFC 5545), as a request or, once it is called off, as its cancellation (RFC 5546).
/// </summary>
public sealed record CalendarFile
{
    private const int LongestLine = 75;

    // The rules of the United Kingdom since 1996: clocks go forward on the last Sunday of March and back on that of October, at 01:00 UTC.
    private static readonly string[] London =
    [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:DAYLIGHT",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "TZNAME:BST",
        "DTSTART:19960331T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "TZNAME:GMT",
        "DTSTART:19961027T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <summary>The same for every version of the appointment, and for nothing else.</summary>
    public required string Uid { get; init; }
    public required int Sequence { get; init; }

    /// <summary>When this version was made, UTC.</summary>
    public required DateTime Stamp { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Start { get; init; }
    public required int Minutes { get; init; }
    public required string Summary { get; init; }
    public string? Place { get; init; }
    public string? Description { get; init; }
    public required CalendarPerson Organizer { get; init; }
    public IReadOnlyList<CalendarPerson> Attendees { get; init; } = [];
    public bool IsCalledOff { get; init; }

    public string ToText()
    {
        List<string> lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Comity//Appointments//EN",
            "CALSCALE:GREGORIAN",
            IsCalledOff ? "METHOD:CANCEL" : "METHOD:REQUEST",
            .. London,
            "BEGIN:VEVENT",
            $"UID:{Escaped(Uid)}",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Sequence}"),
            string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{Stamp:yyyyMMdd'T'HHmmss'Z'}"),
            string.Create(CultureInfo.InvariantCulture, $"DTSTART;TZID=Europe/London:{LondonTime.Local(Start):yyyyMMdd'T'HHmmss}"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"DTEND;TZID=Europe/London:{LondonTime.Local(Start.AddMinutes(Minutes)):yyyyMMdd'T'HHmmss}"
            ),
            $"SUMMARY:{Escaped(Summary)}",
            .. Place is { Length: > 0 } ? [$"LOCATION:{Escaped(Place)}"] : Array.Empty<string>(),
            .. Description is { Length: > 0 } ? [$"DESCRIPTION:{Escaped(Description)}"] : Array.Empty<string>(),
            IsCalledOff ? "STATUS:CANCELLED" : "STATUS:CONFIRMED",
            $"ORGANIZER{Person(Organizer)}",
            .. Attendees.Select(person =>
                $"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT={(IsCalledOff ? "NEEDS-ACTION" : "ACCEPTED")}{Person(person)}"
            ),
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Folded(line) + "\r\n"));
    }

    // RFC 5545, 3.3.11: the backslash first, so that none of its own is doubled.
    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\n", StringComparison.Ordinal);

    // In a parameter no quote and no control character can stand (RFC 5545, 3.2).
    private static string Person(CalendarPerson person)
    {
        var name = string.Concat(person.Name.Where(character => character != '"' && !char.IsControl(character)));
        var address =
            person.Email is { } email && email.All(character => !char.IsControl(character)) ? $"mailto:{email}" : "invalid:nomail";
        return $";CN=\"{name}\":{address}";
    }

    /// <summary>At most 75 octets to a line, no character torn apart; what goes on begins with a blank (RFC 5545, 3.1).</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
