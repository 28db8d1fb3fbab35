namespace Comity.Service.Record;

/// <summary>Who does something: a person, or the service itself when the clock moves.</summary>
public sealed record Acting(Guid PersonId, string Name)
{
    /// <summary>The service's own acts: a reminder, an escalation, an upgrade. Not a person, and holds no office.</summary>
    public static Acting Service { get; } = new(Guid.Empty, "Comity");
}
