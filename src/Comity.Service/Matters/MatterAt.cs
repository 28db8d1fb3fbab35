namespace Comity.Service.Matters;

/// <summary>A matter as the person saw it: its reference, and the version that travelled in the form.</summary>
public sealed record MatterAt(string Reference, int Version);
