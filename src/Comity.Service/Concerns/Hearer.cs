namespace Comity.Service.Concerns;

/// <summary>Somebody who hears a concern, in the office in which they do.</summary>
/// <param name="Source">The norm, arrangement or safeguard that leads to them.</param>
/// <param name="Minute">The council's own decision by which they stand in for whoever is meant; null where they are meant.</param>
public sealed record Hearer(Guid PersonId, Guid OfficeId, string Name, string Title, string Source, string? Minute);
