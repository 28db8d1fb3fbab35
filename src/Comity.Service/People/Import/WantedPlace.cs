namespace Comity.Service.People.Import;

public sealed record WantedPlace(string Body, string Place);
