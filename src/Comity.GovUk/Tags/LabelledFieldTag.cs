using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

public abstract class LabelledFieldTag : FieldTag
{
    [HtmlAttributeName("label")]
    public string? Label { get; set; }

    [HtmlAttributeName("label-class")]
    public string? LabelClasses { get; set; }

    [HtmlAttributeName("label-is-heading")]
    public bool LabelIsHeading { get; set; }

    [HtmlAttributeName("disabled")]
    public bool Disabled { get; set; }

    /// <summary>Fills in what every labelled field has; the rest is the field's own.</summary>
    protected T Fill<T>(T field, FieldParts parts, TagHelperOutput output)
        where T : LabelledField =>
        field with
        {
            Id = FieldId,
            Name = FieldName,
            Classes = Classes,
            DescribedBy = DescribedBy,
            Disabled = Disabled,
            Label = LabelOf(parts),
            Hint = HintOf(parts),
            ErrorMessage = ErrorOf(parts),
            FormGroup = FormGroup,
            Attributes = Rest(output),
        };

    private Label LabelOf(FieldParts parts) =>
        (parts.Label ?? new Label { Content = Label ?? For?.Metadata.DisplayName }) switch
        {
            var label => label with
            {
                Classes = label.Classes ?? LabelClasses,
                IsPageHeading = label.IsPageHeading || LabelIsHeading,
                Content = label.Content ?? throw new InvalidOperationException($"The field `{FieldName}` has no label."),
            },
        };
}
