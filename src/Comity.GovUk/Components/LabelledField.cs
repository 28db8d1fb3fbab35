using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>A field that is a single control under a label.</summary>
public abstract record LabelledField : Field
{
    public string? Id { get; init; }

    public Label? Label { get; init; }

    public bool Disabled { get; init; }

    internal string ControlId => string.IsNullOrEmpty(Id) ? Name ?? "" : Id;

    internal string? Description => DescriptionOf(ControlId, DescribedBy);

    internal Element Group(IHtmlContent control) =>
        StartGroup()
            .Add(Label is null ? null : (Label with { For = ControlId }).Render())
            .Add(HintAndError(ControlId))
            .Add(FormGroup?.BeforeInput)
            .Add(control)
            .Add(FormGroup?.AfterInput);
}
