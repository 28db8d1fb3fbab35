using Comity.Service.Concerns;

namespace Comity.Web.Pages.Concerns;

/// <summary>What somebody can do in a concern, by how they stand to it: each a page of its own below the concern's.</summary>
internal static class ConcernActions
{
    public static IReadOnlyList<(string Text, string Path)> For(ConcernSeen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var actions = new List<(string, string)>();
        return actions;
    }
}
