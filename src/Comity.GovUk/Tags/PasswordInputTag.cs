using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>A password is never written back to the page, whatever was typed.</summary>
[HtmlTargetElement("govuk-password-input")]
public sealed class PasswordInputTag : LabelledFieldTag
{
    [HtmlAttributeName("autocomplete")]
    public string? Autocomplete { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Begin(context);
        await output.GetChildContentAsync();
        Put(output, Fill(new PasswordInput { Autocomplete = Autocomplete }, parts, output).Render());
    }
}
