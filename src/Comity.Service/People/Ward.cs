using System.ComponentModel.DataAnnotations;

namespace Comity.Service.People;

public sealed class Ward
{
    public Guid Id { get; init; }

    [MaxLength(120)]
    public required string Name { get; set; }

    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
}
