namespace Comity.Service.People;

internal static class PeopleNames
{
    /// <summary>Two names that a reader would take for one.</summary>
    public static bool Same(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
