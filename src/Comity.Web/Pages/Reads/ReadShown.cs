namespace Comity.Web.Pages.Reads;

/// <summary>One opening of a confidential part, as a page shows it.</summary>
/// <param name="Why">The leave that the reader held at that instant; null when there was none, which needs explaining.</param>
public sealed record ReadShown(DateTime At, string Who, string Part, string? Why);
