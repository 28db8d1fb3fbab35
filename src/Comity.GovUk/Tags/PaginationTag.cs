using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>Pages of a list, given their number and how to get to one; or just the two neighbours, given their addresses.</summary>
[HtmlTargetElement("govuk-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTag : ComponentTag
{
    [HtmlAttributeName("page")]
    public int? Page { get; set; }

    [HtmlAttributeName("pages")]
    public int? Pages { get; set; }

    /// <summary>The address of a page by its number.</summary>
    [HtmlAttributeName("link")]
    public Func<int, string?>? Link { get; set; }

    [HtmlAttributeName("label")]
    public string? Label { get; set; }

    [HtmlAttributeName("previous-href")]
    public string? PreviousHref { get; set; }

    [HtmlAttributeName("previous-label")]
    public string? PreviousLabel { get; set; }

    [HtmlAttributeName("next-href")]
    public string? NextHref { get; set; }

    [HtmlAttributeName("next-label")]
    public string? NextLabel { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        IReadOnlyList<PaginationItem?>? items = null;
        var (previous, next) = (PreviousHref, NextHref);
        if (Page is { } page && Pages is { } pages && Link is not null)
        {
            if (pages <= 1)
            {
                output.TagName = null;
                output.SuppressOutput();
                return;
            }

            items =
            [
                .. PageNumbers
                    .Around(page, pages)
                    .Select(number =>
                        number is { } known
                            ? new PaginationItem
                            {
                                Number = Words.Number(known),
                                Href = Link(known),
                                Current = known == page,
                            }
                            : new PaginationItem { Ellipsis = true }
                    ),
            ];
            previous = page > 1 ? Link(page - 1) : null;
            next = page < pages ? Link(page + 1) : null;
        }

        Put(
            output,
            new Pagination
            {
                Items = items,
                LandmarkLabel = Label,
                Previous = LinkTo(previous, PreviousLabel),
                Next = LinkTo(next, NextLabel),
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }

    private static PaginationLink? LinkTo(string? href, string? label) =>
        string.IsNullOrEmpty(href) ? null : new PaginationLink { Href = href, LabelText = label };
}
