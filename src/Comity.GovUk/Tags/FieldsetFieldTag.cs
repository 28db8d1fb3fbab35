using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>A field of several controls, whose question is the legend around them.</summary>
public abstract class FieldsetFieldTag : FieldTag
{
    [HtmlAttributeName("legend")]
    public string? Legend { get; set; }

    [HtmlAttributeName("legend-class")]
    public string? LegendClasses { get; set; }

    [HtmlAttributeName("legend-is-heading")]
    public bool LegendIsHeading { get; set; }

    protected Fieldset? FieldsetOf(FieldParts parts)
    {
        var legend = parts.Legend ?? (string.IsNullOrEmpty(Legend) ? null : new Legend { Content = Content.Text(Legend) });
        return legend is null
            ? null
            : new Fieldset
            {
                DescribedBy = DescribedBy,
                Legend = legend with { Classes = legend.Classes ?? LegendClasses, IsPageHeading = legend.IsPageHeading || LegendIsHeading },
            };
    }
}
