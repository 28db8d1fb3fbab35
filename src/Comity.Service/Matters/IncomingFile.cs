namespace Comity.Service.Matters;

/// <summary>A file as it was handed in.</summary>
public sealed record IncomingFile(string Name, byte[] Bytes);
