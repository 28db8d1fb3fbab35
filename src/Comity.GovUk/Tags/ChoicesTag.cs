using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

public abstract class ChoicesTag : FieldsetFieldTag
{
    [HtmlAttributeName("items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    [HtmlAttributeName("inline")]
    public bool Inline { get; set; }

    [HtmlAttributeName("small")]
    public bool Small { get; set; }

    protected string ClassesFor(string kind) =>
        string.Join(' ', Inline ? $"govuk-{kind}--inline" : "", Small ? $"govuk-{kind}--small" : "", Classes).Trim();
}
