namespace Comity.Service.People.Import;

public sealed record WantedOffice(string Title, string Role);
