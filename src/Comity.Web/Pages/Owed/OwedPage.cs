namespace Comity.Web.Pages.Owed;

/// <summary>A page of what is owed, and whether another follows.</summary>
public sealed record OwedPage(IReadOnlyList<OwedLine> Lines, int Number, bool HasMore);
