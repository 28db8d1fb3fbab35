namespace Comity.Protocols.Routes;

/// <summary>A person who deals with a step.</summary>
/// <param name="Person">The person.</param>
/// <param name="Office">The office in which they do, in the words of the language.</param>
/// <param name="Found">How they were found.</param>
public sealed record Assigned(string Person, string Office, Found Found);
