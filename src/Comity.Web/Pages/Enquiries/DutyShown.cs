using Comity.Protocols.Calendars;
using Comity.Service.Matters;

namespace Comity.Web.Pages.Enquiries;

/// <summary>A duty as a page shows it, with the working of its date.</summary>
public sealed record DutyShown(
    string Kind,
    DutyState State,
    DateOnly? Due,
    string Clock,
    string Source,
    Working? Working,
    bool IsPaused,
    bool IsOverdue,
    bool WasLate,
    IReadOnlyList<DueEntry> Lines
);
