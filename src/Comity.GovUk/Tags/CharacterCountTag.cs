using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-character-count")]
public sealed class CharacterCountTag : LabelledFieldTag
{
    [HtmlAttributeName("value")]
    public string? Value { get; set; }

    [HtmlAttributeName("rows")]
    public int? Rows { get; set; }

    [HtmlAttributeName("max-length")]
    public int? MaxLength { get; set; }

    [HtmlAttributeName("max-words")]
    public int? MaxWords { get; set; }

    [HtmlAttributeName("threshold")]
    public int? Threshold { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Begin(context);
        await output.GetChildContentAsync();
        var count = new CharacterCount
        {
            Value = CurrentValue(Value),
            Rows = Rows,
            Maxlength = MaxLength,
            Maxwords = MaxWords,
            Threshold = Threshold,
        };
        Put(output, Fill(count, parts, output).Render());
    }
}
