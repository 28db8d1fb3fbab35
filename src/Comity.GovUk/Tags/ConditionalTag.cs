using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>Questions that an option reveals. Without JavaScript they are simply there, so the page must say when they apply.</summary>
[HtmlTargetElement("govuk-conditional", ParentTag = "govuk-radio")]
[HtmlTargetElement("govuk-conditional", ParentTag = "govuk-checkbox")]
public sealed class ConditionalTag : ComponentTag
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Collected.Of<FieldParts>(context, "govuk-radio");
        Collected.Close<FieldParts>(context);
        parts.Conditional = await Inside(output);
        output.SuppressOutput();
    }
}
