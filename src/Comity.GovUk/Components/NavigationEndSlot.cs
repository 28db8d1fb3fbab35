using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record NavigationEndSlot
{
    public Content? Content { get; init; }

    /// <summary>"inline" keeps it on the line of the menu where there is room.</summary>
    public string? Align { get; init; }
}
