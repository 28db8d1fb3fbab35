namespace Comity.Service.People;

/// <summary>Somebody to be asked in an office today.</summary>
/// <param name="Minute">The council's own arrangement by which they stand in; null for the holder or whoever acts for the holder.</param>
public sealed record OfficeToday(Guid PersonId, string PersonName, string? Minute);
