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

    /// <summary>Whether something on the page has to be put right, for a page frame that writes its title without this tag.</summary>
    public static bool IsOn(ViewContext view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.ModelState.ErrorCount > 0 || PageFields.Of(view.HttpContext).InOrder.Any(field => !string.IsNullOrEmpty(field.Message));
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ErrorPrefix && IsOn(ViewContext))
        {
            output.PreContent.Append("Error: ");
        }
    }
}
