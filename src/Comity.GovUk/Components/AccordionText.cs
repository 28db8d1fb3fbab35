using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record AccordionText
{
    public Content? Content { get; init; }
}
