using Comity.Protocols.Calendars;
using Comity.Service.Matters;

namespace Comity.Web.Pages.Enquiries;

/// <summary>A duty as a page shows it, with the working of its date; why it has none, where it has none.</summary>
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
    bool MayPause,
    bool MayExtend,
    string? WithoutDate,
    IReadOnlyList<DueEntry> Lines
);
