namespace Comity.Protocols.Routes;

/// <summary>A holder who is passed over.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Office">The office, in the words of the language.</param>
/// <param name="Reason">Why.</param>
public sealed record PassedOver(string Person, string Office, PassOverReason Reason);
