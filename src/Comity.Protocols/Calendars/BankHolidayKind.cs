namespace Comity.Protocols.Calendars;

/// <summary>Why a day is a bank holiday. Every kind counts alike; the kind is shown so that a reader can check it.</summary>
public enum BankHolidayKind
{
    /// <summary>In the list every year, by Schedule 1 to the 1971 Act or by the proclamation that is made each year.</summary>
    BankHoliday,

    /// <summary>A weekday given in place of a holiday that falls on a Saturday or a Sunday.</summary>
    Substitute,

    /// <summary>Given for one year by a proclamation of its own, such as Scotland's 15 June 2026.</summary>
    Proclaimed,

    /// <summary>Christmas Day and Good Friday where they are holidays at common law, and so stand outside the 1971 Act.</summary>
    CommonLaw,
}
