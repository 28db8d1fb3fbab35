namespace Comity.GovUk.Components;

public sealed record RadioItem : ChoiceItem;
