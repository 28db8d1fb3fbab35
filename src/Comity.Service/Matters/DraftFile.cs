namespace Comity.Service.Matters;

/// <summary>A file of a draft: its name, and where its sealed bytes are.</summary>
public sealed record DraftFile(string Name, Guid ContentId, long Size);
