namespace Comity.Service.People;

/// <summary>Somebody in the office that the council has stated as a substitute, with the minute that did so.</summary>
internal sealed record SubstituteOnDay(string Person, string Title, string Minute);
