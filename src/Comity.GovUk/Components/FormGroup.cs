using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record FormGroup
{
    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    public Content? BeforeInput { get; init; }

    public Content? AfterInput { get; init; }
}
