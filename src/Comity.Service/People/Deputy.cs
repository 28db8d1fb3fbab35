namespace Comity.Service.People;

/// <summary>Who acts for an office while its holder is away, between two days (both inclusive).</summary>
public sealed class Deputy
{
    public Guid Id { get; init; }
    public Guid OfficeId { get; init; }
    public Office? Office { get; init; }
    public Guid PersonId { get; init; }
    public Person? Person { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
    public DateTime RecordedAt { get; init; }
}
