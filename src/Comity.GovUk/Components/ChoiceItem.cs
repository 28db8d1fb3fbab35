using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public abstract record ChoiceItem
{
    public string? Id { get; init; }

    public string? Value { get; init; }

    public Content? Content { get; init; }

    public Label? Label { get; init; }

    public Hint? Hint { get; init; }

    /// <summary>Null leaves it to the values of the whole list.</summary>
    public bool? Checked { get; init; }

    public bool Disabled { get; init; }

    /// <summary>Questions that matter only when this option is chosen.</summary>
    public Content? Conditional { get; init; }

    /// <summary>A word between options ("or") in place of an option.</summary>
    public string? Divider { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
