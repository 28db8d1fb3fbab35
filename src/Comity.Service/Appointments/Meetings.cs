using System.Globalization;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;

namespace Comity.Service.Appointments;

/// <summary>What belongs to every matter that is to end in a meeting.</summary>
public static class Meetings
{
    /// <summary>Whether a meeting is what the matter is for.</summary>
    public static bool IsFor(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return matter.Kind == EnquiryKind.Appointment.Key || matter.Kind == EnquiryKind.Visit.Key;
    }

    /// <summary>"Monday 20 April 2026, 18:30 to 19:00, at the library".</summary>
    public static string InWords(DateTime start, int minutes, string? place)
    {
        var (from, until) = (LondonTime.Local(start), LondonTime.Local(start.AddMinutes(minutes)));
        var where = string.IsNullOrWhiteSpace(place) ? "" : $", {place.Trim()}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateOnly.FromDateTime(from).InWords()}, {from:HH:mm} to {until:HH:mm}{where}"
        );
    }
}
