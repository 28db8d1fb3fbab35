using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Legend
{
    public string? Classes { get; init; }

    public Content? Content { get; init; }

    public bool IsPageHeading { get; init; }

    public IHtmlContent Render()
    {
        if (Content is null)
        {
            return new Fragment();
        }

        var legend = new Element("legend").Class("govuk-fieldset__legend", Classes);
        return IsPageHeading ? legend.Add(new Element("h1").Class("govuk-fieldset__heading").Add(Content)) : legend.Add(Content);
    }
}
