using Comity.GovUk.Components;
using Comity.GovUk.Markup;

namespace Comity.GovUk.Tags;

/// <summary>The parts of a field that its author wrote as tags inside it, for content that an attribute cannot hold.</summary>
public sealed class FieldParts
{
    /// <summary>A bare fieldset takes a legend; labels, hints and messages inside it stand where they are written.</summary>
    public bool LegendOnly { get; set; }

    public Label? Label { get; set; }

    public Legend? Legend { get; set; }

    public Hint? Hint { get; set; }

    public ErrorMessage? ErrorMessage { get; set; }

    public Affix? Prefix { get; set; }

    public Affix? Suffix { get; set; }

    public Content? Conditional { get; set; }
}
