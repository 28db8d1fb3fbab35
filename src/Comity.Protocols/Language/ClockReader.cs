using Comity.Protocols.Calendars;

namespace Comity.Protocols.Language;

/// <summary>Reads a clock and the fact it runs from.</summary>
internal static class ClockReader
{
    private const string Forms =
        "write `10 working days after DATE`, `5 clear days before DATE`, `28 days after DATE`, `24 hours after DATE`, "
        + "`promptly after DATE`, `at standard NAME after DATE`, `before DATE` or `on DATE`";

    public static ClockExpression? Read(LineReader line)
    {
        var at = line.Here;
        var words = new List<string>();
        do
        {
            if (line.AtEnd || line.Peek.Length == 0)
            {
                line.Bag.Report(DiagnosticKinds.ClockForm, at, $"`{string.Join(' ', words)}` is no clock", Forms);
                return null;
            }

            words.Add(line.Peek);
            line.Take(line.Peek);
        } while (words[^1] is not ("after" or "before" or "on"));

        if (Clock.TryParse(string.Join(' ', words)) is not { } clock)
        {
            line.Bag.Report(DiagnosticKinds.ClockForm, at, $"`{string.Join(' ', words)}` is no clock", Forms);
            return null;
        }

        return line.Name(DiagnosticKinds.ClockForm, "the name of a date") is { } anchor
            ? new ClockExpression(clock, anchor, ReadCalendar(line))
            : null;
    }

    private static CalendarChoice ReadCalendar(LineReader line) =>
        line.Take("by", "foi", "calendar") ? CalendarChoice.Foi
        : line.Take("by", "foisa", "calendar") ? CalendarChoice.Foisa
        : CalendarChoice.Council;
}
