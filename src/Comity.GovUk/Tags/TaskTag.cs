using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-task", ParentTag = "govuk-task-list")]
public sealed class TaskTag : ComponentTag
{
    /// <summary>Left out for a task that cannot be started yet.</summary>
    [HtmlAttributeName("href")]
    public string? Href { get; set; }

    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    [HtmlAttributeName("status")]
    public string Status { get; set; } = "";

    /// <summary>Makes the status a coloured tag: only what still needs doing should stand out.</summary>
    [HtmlAttributeName("status-colour")]
    public string? StatusColour { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Of<List<TaskItem>>(context, "govuk-task-list");
        var item = new TaskItem
        {
            Title = new TaskText { Content = await Inside(output) },
            Href = Href,
            Hint = string.IsNullOrEmpty(Hint) ? null : new TaskText { Content = Content.Text(Hint) },
            Status = string.IsNullOrEmpty(StatusColour)
                ? new Components.TaskStatus { Content = Content.Text(Status) }
                : new Components.TaskStatus
                {
                    Tag = new Tag { Content = Content.Text(Status), Classes = "govuk-tag--" + StatusColour },
                },
            Classes = Classes,
        };
        items.Add(item);
        output.SuppressOutput();
    }
}
