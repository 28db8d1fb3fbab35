namespace Comity.Service.Concerns;

/// <summary>A file of a concern as it is handed out.</summary>
public sealed record ConcernFile(string Name, byte[] Bytes);
