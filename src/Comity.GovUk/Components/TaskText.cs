using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record TaskText
{
    public Content? Content { get; init; }

    public string? Classes { get; init; }
}
