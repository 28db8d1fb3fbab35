using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Templates;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Enquiries;

/// <summary>Starts a message from a template: its words go under what was typed already, and nothing is sent by it.</summary>
public sealed class StartFrom(TemplatesOnOffer offer, CurrentViewer current)
{
    /// <summary>Beside the list, when its button was pressed and nothing was chosen.</summary>
    public const string NothingChosen = "Choose a template";

    public async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(
        Matter matter,
        string use,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await offer.ForAsync(matter, use, viewer, current.Today, cancellationToken)).Select(one => new SelectListItem(
                one.Title,
                one.Id.ToString("D")
            )),
        ];

    /// <returns>What is in the field now; null where the template is not on offer here.</returns>
    public async Task<string?> PutInAsync(
        string? template,
        string? typed,
        Standing standing,
        string use,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (
            !Guid.TryParseExact(template, "D", out var id)
            || await offer.FilledAsync(id, standing, use, viewer, current.Today, cancellationToken) is not { } words
        )
        {
            return null;
        }

        return string.IsNullOrWhiteSpace(typed) ? words : $"{typed.TrimEnd()}\n\n{words}";
    }
}
