namespace Comity.Service.People;

/// <summary>A day to ask about, and, where it matters, the instant whose record is to be believed. Without one: what the record says now.</summary>
public readonly record struct CouncilDay(DateOnly On, DateTime? AsRecordedAt = null)
{
    public static implicit operator CouncilDay(DateOnly on) => new(on);

    public static CouncilDay FromDateOnly(DateOnly on) => new(on);
}
