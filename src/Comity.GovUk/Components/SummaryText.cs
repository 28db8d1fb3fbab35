using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record SummaryText
{
    public Content? Content { get; init; }

    public string? Classes { get; init; }
}
