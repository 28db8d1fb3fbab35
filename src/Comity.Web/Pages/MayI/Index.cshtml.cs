using Comity.Protocols.Interviews;
using Comity.Protocols.Vocabularies;
using Comity.Service.ProtocolLibrary;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.MayI;

/// <summary>Finds the act that somebody has in mind, by the words that they have for it.</summary>
public sealed class IndexModel(Library library, CurrentViewer current) : PageModel
{
    private const int MostOffered = 8;
    private const int MostCharacters = 200;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    /// <summary>Null before anything was looked for.</summary>
    public IReadOnlyList<Act>? Found { get; private set; }

    public IReadOnlyList<Act> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var protocol = (await library.OnAsync(current.Today, cancellationToken)).Protocol;
        All = [.. protocol.ActsNamed.Select(name => protocol.Vocabulary.Acts[name]).OrderBy(act => act.Label, StringComparer.Ordinal)];
        if (!Request.Query.ContainsKey(nameof(Words)))
        {
            return Page();
        }

        if (string.IsNullOrWhiteSpace(Words))
        {
            ModelState.AddModelError(nameof(Words), "Enter what you would like to do");
        }
        else if (Words.Length > MostCharacters)
        {
            ModelState.AddModelError(nameof(Words), "What you would like to do must be 200 characters or fewer");
        }
        else
        {
            Found = [.. ActSearch.Find(protocol, Words).Take(MostOffered)];
        }

        var page = Page();
        page.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return page;
    }
}
