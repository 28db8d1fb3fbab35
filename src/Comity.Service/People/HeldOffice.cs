namespace Comity.Service.People;

/// <summary>An office and somebody who holds it, or acts for its holder, on the day that was asked about.</summary>
public sealed record HeldOffice
{
    public required Guid OfficeId { get; init; }
    public required string Title { get; init; }
    public required string Role { get; init; }
    public Guid? ServiceAreaId { get; init; }
    public Guid? WardId { get; init; }
    public bool Junior { get; init; }
    public bool PoliticallyRestricted { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>Acts for the office while its holder is away.</summary>
    public bool AsDeputy { get; init; }
}
