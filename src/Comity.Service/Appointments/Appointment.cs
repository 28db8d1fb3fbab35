namespace Comity.Service.Appointments;

/// <summary>When a member and an officer meet: the appointment of a matter, as it stands now. What was offered for it stands beside it.</summary>
public sealed class Appointment
{
    /// <summary>The id of its matter.</summary>
    public Guid Id { get; init; }

    public AppointmentState State { get; set; }

    /// <summary>The instant that was agreed; null until one was.</summary>
    public DateTime? Start { get; set; }

    public int? Minutes { get; set; }
    public Guid? PlaceContentId { get; set; }

    /// <summary>Goes up each time what was agreed changes or is called off: a calendar takes the highest (RFC 5545, SEQUENCE).</summary>
    public int Sequence { get; set; }

    /// <summary>Which round of offers is open.</summary>
    public int Round { get; set; }

    public DateTime ChangedAt { get; set; }
    public ICollection<OfferedTime> Offers { get; } = [];
}

public enum AppointmentState
{
    /// <summary>Times are offered, and the member has agreed to none yet.</summary>
    Offered,

    Agreed,
    CalledOff,
}
