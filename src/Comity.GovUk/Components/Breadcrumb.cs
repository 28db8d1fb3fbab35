using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record Breadcrumb
{
    public Content? Content { get; init; }

    public string? Href { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
