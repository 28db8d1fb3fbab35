namespace Comity.Service.Record;

/// <summary>One signature line of a signed note.</summary>
public sealed record NoteSignature(string KeyName, uint KeyId, ReadOnlyMemory<byte> Signature);
