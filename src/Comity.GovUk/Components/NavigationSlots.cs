using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record NavigationSlots
{
    public Content? Start { get; init; }

    public NavigationEndSlot? End { get; init; }

    public Content? NavigationStart { get; init; }

    public Content? NavigationEnd { get; init; }
}
