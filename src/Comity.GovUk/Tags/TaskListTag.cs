using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-task-list")]
public sealed class TaskListTag : ComponentTag
{
    [HtmlAttributeName("id-prefix")]
    public string? IdPrefix { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Begin<List<TaskItem>>(context);
        await output.GetChildContentAsync();
        Put(
            output,
            new TaskList
            {
                IdPrefix = IdPrefix,
                Items = items,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
