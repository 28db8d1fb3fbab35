namespace Comity.Service.People;

public sealed record FieldError(string Field, string Message);
