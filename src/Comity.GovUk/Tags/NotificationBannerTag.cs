using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-notification-banner")]
public sealed class NotificationBannerTag : ComponentTag
{
    /// <summary>"success" for what has just been done.</summary>
    [HtmlAttributeName("type")]
    public string? Type { get; set; }

    [HtmlAttributeName("title")]
    public string? Title { get; set; }

    /// <summary>One line of text; for more, write markup between the tags.</summary>
    [HtmlAttributeName("text")]
    public string? Text { get; set; }

    [HtmlAttributeName("role")]
    public string? Role { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new NotificationBanner
            {
                Type = Type,
                Title = Content.Text(Title),
                Content = await Inside(output) ?? Content.Text(Text),
                Role = Role,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
}
