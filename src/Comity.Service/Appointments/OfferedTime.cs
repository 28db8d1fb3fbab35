namespace Comity.Service.Appointments;

/// <summary>A time that an officer has offered. It stays when another is agreed or further ones are offered.</summary>
public sealed class OfferedTime
{
    public Guid Id { get; init; }
    public Guid AppointmentId { get; init; }
    public int Round { get; init; }
    public DateTime Start { get; init; }
    public int Minutes { get; init; }
    public Guid? PlaceContentId { get; init; }
}
