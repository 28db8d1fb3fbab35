namespace Comity.Web.Pages.Owed;

/// <summary>What narrows a list of what is owed. What is null or false narrows nothing.</summary>
public sealed record OwedFilter(string? Kind, Guid? ServiceAreaId, bool Overdue)
{
    public bool IsEmpty => Kind is null && ServiceAreaId is null && !Overdue;
}
