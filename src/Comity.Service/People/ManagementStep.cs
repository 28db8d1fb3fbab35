namespace Comity.Service.People;

/// <summary>An office that stands above another, and how many steps.</summary>
public sealed record ManagementStep(Guid BelowId, Guid OfficeId, int Step);
