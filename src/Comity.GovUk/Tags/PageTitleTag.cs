using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>Puts "Error: " before the page's title when something on it has to be put right: a screen reader says the title first.</summary>
[HtmlTargetElement("title", Attributes = "govuk-error-prefix")]
public sealed class PageTitleTag : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    [HtmlAttributeName("govuk-error-prefix")]
    public bool ErrorPrefix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var any =
            ViewContext.ModelState.ErrorCount > 0
            || PageFields.Of(ViewContext.HttpContext).InOrder.Any(field => !string.IsNullOrEmpty(field.Message));
        if (ErrorPrefix && any)
        {
            output.PreContent.Append("Error: ");
        }
    }
}
