using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-error-message")]
public sealed class ErrorMessageTag : ComponentTag
{
    [HtmlAttributeName("id")]
    public string? Id { get; set; }

    [HtmlAttributeName("visually-hidden-text")]
    public string VisuallyHiddenText { get; set; } = "Error";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var message = new ErrorMessage
        {
            Id = Id,
            Content = await Inside(output),
            VisuallyHiddenText = VisuallyHiddenText,
            Classes = Classes,
            Attributes = Rest(output),
        };
        if (Collected.Find<FieldParts>(context) is { LegendOnly: false } parts)
        {
            parts.ErrorMessage = message;
            output.SuppressOutput();
        }
        else
        {
            Put(output, message.Render());
        }
    }
}
