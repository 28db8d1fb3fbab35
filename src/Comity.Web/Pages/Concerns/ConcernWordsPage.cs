using Comity.Service.Concerns;
using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>A page on which somebody writes something in a concern, with or without files.</summary>
[RequestSizeLimit(RequestLimits.WithAttachments)]
public abstract class ConcernWordsPage(ConcernMatters concerns, CurrentViewer current) : ConcernPage(concerns, current)
{
    private const int MostCharacters = 10_000;

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>What is missing when nothing was written: "Enter your answer".</summary>
    protected abstract string Missing { get; }

    protected virtual bool WordsAreOptional => false;

    protected async Task<IReadOnlyList<IncomingFile>> CheckAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        CheckLength(nameof(Words), Words, Missing, WordsAreOptional);
        var files = await Upload.ReadAsync(Files, cancellationToken);
        foreach (var refusal in AttachmentPolicy.Refusals(files))
        {
            ModelState.AddModelError(nameof(Files), refusal);
        }

        return files;
    }

    protected void CheckLength(string field, string? words, string missing, bool isOptional = false)
    {
        if (!isOptional && string.IsNullOrWhiteSpace(words))
        {
            ModelState.AddModelError(field, missing);
        }
        else if (words?.Length > MostCharacters)
        {
            ModelState.AddModelError(field, "Use 10,000 characters or fewer");
        }
    }
}
