using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <summary>A duty that the rules lay down, what it is counted by, and the date that comes of it.</summary>
public sealed record OwedReply(string Duty, CountedBy CountedBy, DueDerivation Derived)
{
    public string Source => CountedBy.Regime.Source;
}
