using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>The errors of the page, in the order of its fields, each linked to the control to change. Nothing where there are none.</summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTag : ComponentTag
{
    [HtmlAttributeName("title")]
    public string Title { get; set; } = "There is a problem";

    [HtmlAttributeName("description")]
    public string? Description { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Put(output, new ErrorsOfPage(ViewContext, Title, Description, Classes));
}
