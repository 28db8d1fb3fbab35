namespace Comity.Protocols.Calendars.Ledger;

/// <summary>The line does not stand, and the ledger is as it was.</summary>
/// <param name="Reason">Why, as a sentence for the person who tried.</param>
/// <param name="Source">The section, norm or minute that the refusal rests on.</param>
public sealed record LedgerRefused(string Reason, string Source) : LedgerChange;
