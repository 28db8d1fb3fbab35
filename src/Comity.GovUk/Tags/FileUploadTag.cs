using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-file-upload")]
public sealed class FileUploadTag : LabelledFieldTag
{
    [HtmlAttributeName("multiple")]
    public bool Multiple { get; set; }

    [HtmlAttributeName("drop-zone")]
    public bool DropZone { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Begin(context);
        await output.GetChildContentAsync();
        Put(output, Fill(new FileUpload { Multiple = Multiple, Javascript = DropZone }, parts, output).Render());
    }
}
