using System.Buffers.Binary;
using System.Text;

namespace Comity.Service.Content;

/// <summary>
/// The one place that a sealed content belongs to. It is authenticated with the ciphertext, so that somebody who can write to the database
/// cannot put one matter's, part's or version's ciphertext in the place of another's.
/// </summary>
public sealed record SealedPlace(Guid CouncilId, Guid MatterId, string Part, Guid ContentId, int Version = 1)
{
    internal byte[] ToBytes()
    {
        var part = Encoding.UTF8.GetBytes(Part);
        var bytes = new byte[(16 * 3) + 4 + part.Length];
        _ = CouncilId.TryWriteBytes(bytes, bigEndian: true, out _);
        _ = MatterId.TryWriteBytes(bytes.AsSpan(16), bigEndian: true, out _);
        _ = ContentId.TryWriteBytes(bytes.AsSpan(32), bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(48), Version);
        // The part is the only field of variable length and stands last: no two places have the same bytes.
        part.CopyTo(bytes.AsSpan(52));
        return bytes;
    }
}
