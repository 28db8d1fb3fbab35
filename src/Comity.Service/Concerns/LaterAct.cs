using Comity.Service.Concerns.Watch;

namespace Comity.Service.Concerns;

/// <summary>
/// Something that was done to whoever raised a concern, after it was sent. It says that it was done, by whom and when; whether it was done because of the concern is for
/// people to find out.
/// </summary>
/// <param name="Number">From 1 in its concern.</param>
/// <param name="Kind">The key of an <see cref="AdverseAct"/>.</param>
/// <param name="On">The day on which it was done.</param>
/// <param name="SeenAt">When it came to be known here.</param>
/// <param name="MessageId">Where it stands in words.</param>
public sealed record LaterAct(int Number, string Kind, DateOnly On, DateTime SeenAt, Guid MessageId)
{
    /// <summary>The line of the record that it was seen in; null for what whoever raised the concern says. By it an act is taken up once.</summary>
    public long? Entry { get; init; }

    /// <summary>Who did it; null where whoever raised the concern does not say.</summary>
    public Guid? By { get; init; }

    /// <summary>The person whom the concern is about had been told of it by then.</summary>
    public bool AfterTold { get; init; }

    /// <summary>
    /// The declared relationships for which this person is looked at beside the one whom the concern is about; empty for that one. Who may not see those is not shown the act.
    /// </summary>
    public IReadOnlyList<Guid> Through { get; init; } = [];

    public LaterActLook? Look { get; init; }

    public bool IsReported => Kind == AdverseAct.Reported.Key;
}
