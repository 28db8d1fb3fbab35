namespace Comity.Service.Matters;

/// <summary>A person in a matter, and the office through which they stand there, if it is one.</summary>
public sealed record PartyIdentity(Guid PersonId, Guid? OfficeId);
