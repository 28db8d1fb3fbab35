using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-fieldset")]
public sealed class FieldsetTag : ComponentTag
{
    [HtmlAttributeName("legend")]
    public string? Legend { get; set; }

    [HtmlAttributeName("legend-class")]
    public string? LegendClasses { get; set; }

    [HtmlAttributeName("legend-is-heading")]
    public bool LegendIsHeading { get; set; }

    [HtmlAttributeName("described-by")]
    public string? DescribedBy { get; set; }

    [HtmlAttributeName("role")]
    public string? Role { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Collected.Begin<FieldParts>(context);
        parts.LegendOnly = true;
        var inside = await Inside(output);
        Put(
            output,
            new Fieldset
            {
                Legend =
                    parts.Legend
                    ?? new Legend
                    {
                        Content = Content.Text(Legend),
                        Classes = LegendClasses,
                        IsPageHeading = LegendIsHeading,
                    },
                DescribedBy = DescribedBy,
                Role = Role,
                Content = inside,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
