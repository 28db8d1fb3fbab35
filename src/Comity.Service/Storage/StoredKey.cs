using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Storage;

/// <summary>A key that the service needs on every node, encrypted under the council key: the data-protection ring, the viewer tokens.</summary>
[Index(nameof(Name), IsUnique = true)]
public sealed class StoredKey
{
    public Guid Id { get; init; }

    [MaxLength(200)]
    public required string Name { get; init; }

    public required byte[] Sealed { get; init; }
}
