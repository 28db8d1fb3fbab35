using System.Security.Cryptography;
using System.Text;
using Comity.Service.Content;

namespace Comity.Service.Matters;

/// <summary>
/// The names under which people and offices stand in grants, parties, duties and the record. In an indexed matter a token says whom it means.
/// In a sealed matter it is a keyed hash: somebody with the database and without the council key can neither read it nor work it out by
/// trying everybody's id.
/// </summary>
public sealed class ViewerTokens
{
    private readonly byte[] _key;

    public ViewerTokens(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length < 32)
        {
            throw new ArgumentException("The token key must have at least 32 bytes.", nameof(key));
        }

        _key = key;
    }

    public string Person(Guid personId, ContentClass contentClass) => Of('p', personId, contentClass);

    public string Office(Guid officeId, ContentClass contentClass) => Of('o', officeId, contentClass);

    /// <summary>
    /// A person in an office, in sealed matters: for what is entrusted to this person as the holder of this office. It is nobody's when the person leaves the
    /// office, and never the next holder's, about whom the matter may be.
    /// </summary>
    public string Seat(Guid personId, Guid officeId) => Hashed($"h:{personId:N}:{officeId:N}");

    /// <summary>Every token under which a person who holds these offices may stand, in indexed and in sealed matters.</summary>
    public string[] All(Guid personId, IEnumerable<Guid> officeIds) =>
        [
            Person(personId, ContentClass.Indexed),
            Person(personId, ContentClass.Sealed),
            .. officeIds.SelectMany(id => new[] { Office(id, ContentClass.Indexed), Office(id, ContentClass.Sealed), Seat(personId, id) }),
        ];

    /// <summary>
    /// Somebody who has a code and no account stands in sealed matters as a person does, under an id that follows from the code and the key. Without the key
    /// nobody can try codes against it.
    /// </summary>
    public Guid Reporter(string code) => new(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"r:{code}")).AsSpan(0, 16));

    private string Of(char kind, Guid id, ContentClass contentClass)
    {
        var plain = $"{kind}:{id:N}";
        return contentClass == ContentClass.Indexed ? plain : Hashed(plain);
    }

    private string Hashed(string plain)
    {
        var hash = HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(plain));
        return $"s:{Convert.ToHexStringLower(hash.AsSpan(0, 24))}";
    }
}
