namespace Comity.Protocols.Calendars;

/// <summary>One day that is a holiday in one nation.</summary>
/// <param name="Date">The day itself, not the day that it stands in for.</param>
/// <param name="Nation">Where it is a holiday. A day kept in two nations is two values.</param>
/// <param name="Name">Its name as the working shows it.</param>
/// <param name="Kind">Why it is a holiday.</param>
/// <param name="IsVerified">False where no published list was compared: the day rests on the Act's rule, on custom or on a proclamation still to come.</param>
/// <param name="Source">Where the day is known from.</param>
public sealed record BankHoliday(DateOnly Date, Nation Nation, string Name, BankHolidayKind Kind, bool IsVerified, string Source);
