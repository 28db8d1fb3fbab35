using System.Text;
using Comity.Service.Appointments;

namespace Comity.Service.Tests.Appointments;

public sealed class CalendarFileTests
{
    private static readonly CalendarFile File = new()
    {
        Uid = "0001@0002",
        Sequence = 2,
        Stamp = new DateTime(2026, 4, 2, 9, 30, 0, DateTimeKind.Utc),
        Start = new DateTime(2026, 4, 20, 17, 30, 0, DateTimeKind.Utc),
        Minutes = 45,
        Summary = "Barrier; Mill Lane, or \\ not\r\nsecond line",
        Place = "The library",
        Organizer = new CalendarPerson("Glen \"G\" Officer", "glen.officer@example.org"),
        Attendees = [new CalendarPerson("Alex Member", null)],
    };

    [Fact]
    public void Text_of_a_meeting_is_a_request_with_times_of_london()
    {
        var lines = Unfolded(File.ToText());

        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines[^1].ShouldBe("END:VCALENDAR");
        lines.ShouldContain("METHOD:REQUEST");
        lines.ShouldContain("UID:0001@0002");
        lines.ShouldContain("SEQUENCE:2");
        lines.ShouldContain("DTSTAMP:20260402T093000Z");
        lines.ShouldContain("DTSTART;TZID=Europe/London:20260420T183000");
        lines.ShouldContain("DTEND;TZID=Europe/London:20260420T191500");
        lines.ShouldContain("STATUS:CONFIRMED");
        lines.ShouldContain("TZID:Europe/London");
        lines.ShouldContain("ORGANIZER;CN=\"Glen G Officer\":mailto:glen.officer@example.org");
        lines.ShouldContain("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=\"Alex Member\":invalid:nomail");
        lines
            .Count(line => line.StartsWith("BEGIN:", StringComparison.Ordinal))
            .ShouldBe(lines.Count(line => line.StartsWith("END:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Text_escapes_what_the_format_has_a_use_for() =>
        Unfolded(File.ToText()).ShouldContain("SUMMARY:Barrier\\; Mill Lane\\, or \\\\ not\\nsecond line");

    [Fact]
    public void Text_in_winter_is_an_hour_nearer_to_utc() =>
        Unfolded((File with { Start = new DateTime(2026, 12, 1, 17, 30, 0, DateTimeKind.Utc) }).ToText())
            .ShouldContain("DTSTART;TZID=Europe/London:20261201T173000");

    [Fact]
    public void Text_of_what_was_called_off_is_a_cancellation()
    {
        var lines = Unfolded((File with { IsCalledOff = true, Sequence = 3 }).ToText());

        lines.ShouldContain("METHOD:CANCEL");
        lines.ShouldContain("STATUS:CANCELLED");
        lines.ShouldContain("SEQUENCE:3");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("€")]
    [InlineData("😀")]
    public void Text_has_no_line_of_more_than_75_octets_and_tears_no_character_apart(string character)
    {
        for (var length = 60; length < 160; length++)
        {
            var summary = new StringBuilder().Insert(0, character, length).ToString();
            var text = (File with { Summary = summary }).ToText();

            text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
            text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
            Unfolded(text).ShouldContain($"SUMMARY:{summary}");
        }
    }

    private static List<string> Unfolded(string text) =>
        [.. text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
}
