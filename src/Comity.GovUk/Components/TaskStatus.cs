using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record TaskStatus
{
    public Content? Content { get; init; }

    public Tag? Tag { get; init; }

    public string? Classes { get; init; }
}
