namespace Comity.Service.Concerns;

/// <summary>Another concern that has to do with this one, as whoever hears this one has put it. It is shown to those alone who may see both.</summary>
/// <param name="Reason">What the two have to do with each other.</param>
public sealed record LinkedConcern(Guid MatterId, string Reason, Guid By, DateTime At);
