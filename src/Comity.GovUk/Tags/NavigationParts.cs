using Comity.GovUk.Components;
using Comity.GovUk.Markup;

namespace Comity.GovUk.Tags;

internal sealed class NavigationParts
{
    public List<NavigationItem?> Items { get; } = [];

    public Content? End { get; set; }
}
