namespace Comity.GovUk.Components;

public sealed record AccordionItem
{
    public AccordionText? Heading { get; init; }

    public AccordionText? Summary { get; init; }

    public AccordionText? Content { get; init; }

    public bool Expanded { get; init; }
}
