namespace Comity.Service.Content;

/// <summary>Where content went, and the salt that the record's commitment to it uses.</summary>
public sealed record StoredContent(Guid Id, byte[] Salt);
