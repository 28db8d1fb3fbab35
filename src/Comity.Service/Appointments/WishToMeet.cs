namespace Comity.Service.Appointments;

/// <summary>How a member would come: the facts by which the protocol knows it.</summary>
public sealed record WishToMeet
{
    public required MeetingKind Kind { get; init; }

    /// <summary>How long a talk will take, as the member expects it now.</summary>
    public int? Minutes { get; init; }

    /// <summary>It cannot wait until another day.</summary>
    public bool Urgent { get; init; }

    /// <summary>Nobody could have seen it coming.</summary>
    public bool Unforeseen { get; init; }

    /// <summary>The member telephoned first.</summary>
    public bool Telephoned { get; init; }

    /// <summary>The day of a visit, as far as it is known.</summary>
    public DateOnly? On { get; init; }
}

public enum MeetingKind
{
    Talk,
    Visit,

    /// <summary>A visit that the law provides for.</summary>
    Inspection,
    School,
}
