using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-input")]
public sealed class InputTag : LabelledFieldTag
{
    [HtmlAttributeName("type")]
    public string? Type { get; set; }

    [HtmlAttributeName("value")]
    public string? Value { get; set; }

    [HtmlAttributeName("inputmode")]
    public string? Inputmode { get; set; }

    [HtmlAttributeName("autocomplete")]
    public string? Autocomplete { get; set; }

    [HtmlAttributeName("spellcheck")]
    public bool? Spellcheck { get; set; }

    [HtmlAttributeName("prefix")]
    public string? Prefix { get; set; }

    [HtmlAttributeName("suffix")]
    public string? Suffix { get; set; }

    /// <summary>The number of characters the answer usually has: 2, 3, 4, 5, 10, 20 or 30.</summary>
    [HtmlAttributeName("width")]
    public int? Width { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Begin(context);
        await output.GetChildContentAsync();
        Classes = Width is null ? Classes : $"govuk-input--width-{Words.Number(Width)} {Classes}";
        Put(
            output,
            Fill(
                    new Input
                    {
                        Type = Type,
                        Value = CurrentValue(Value),
                        Inputmode = Inputmode,
                        Autocomplete = Autocomplete,
                        Spellcheck = Spellcheck,
                        Prefix = parts.Prefix ?? AffixOf(Prefix),
                        Suffix = parts.Suffix ?? AffixOf(Suffix),
                    },
                    parts,
                    output
                )
                .Render()
        );
    }

    private static Affix? AffixOf(string? text) => string.IsNullOrEmpty(text) ? null : new Affix { Content = Content.Text(text) };
}
