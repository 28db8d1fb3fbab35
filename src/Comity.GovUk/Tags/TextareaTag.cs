using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-textarea")]
public sealed class TextareaTag : LabelledFieldTag
{
    [HtmlAttributeName("value")]
    public string? Value { get; set; }

    [HtmlAttributeName("rows")]
    public int? Rows { get; set; }

    [HtmlAttributeName("autocomplete")]
    public string? Autocomplete { get; set; }

    [HtmlAttributeName("spellcheck")]
    public bool? Spellcheck { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Begin(context);
        await output.GetChildContentAsync();
        var textarea = new Textarea
        {
            Value = CurrentValue(Value),
            Rows = Rows,
            Autocomplete = Autocomplete,
            Spellcheck = Spellcheck,
        };
        Put(output, Fill(textarea, parts, output).Render());
    }
}
