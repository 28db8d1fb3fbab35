namespace Comity.Service.People.Import;

/// <summary>Something in a file that stops it (or, as a warning, that somebody should look at): where it is, what it is, and what to do.</summary>
public sealed record ImportProblem(int Line, string Column, string Value, string Message);
