using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Comity.Service.Matters;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Storage;

/// <summary>A key that the service needs on every node, encrypted under the council key: the data-protection ring, the viewer tokens.</summary>
[Index(nameof(Name), IsUnique = true)]
public sealed class StoredKey
{
    /// <summary>What the keys that protect cookies, forms and links are sealed for.</summary>
    public const string DataProtection = "data-protection-ring";

    public Guid Id { get; init; }

    [MaxLength(200)]
    public required string Name { get; init; }

    public required byte[] Sealed { get; init; }

    /// <summary>What it is sealed for: a box opens only for the purpose that it was made for.</summary>
    [NotMapped]
    public string Purpose => Name == ViewerTokenKey.Name ? ViewerTokenKey.Name : DataProtection;
}
