using System.ComponentModel.DataAnnotations;

namespace Comity.Service.Storage;

/// <summary>One key of the data-protection ring, encrypted under the council key.</summary>
public sealed class StoredKey
{
    public Guid Id { get; init; }

    [MaxLength(200)]
    public required string Name { get; init; }

    public required byte[] Sealed { get; init; }
}
