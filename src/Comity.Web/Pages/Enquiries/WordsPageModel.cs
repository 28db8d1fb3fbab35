using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

/// <summary>A page on which somebody says something in an enquiry, with or without files.</summary>
[RequestSizeLimit(RequestLimits.WithAttachments)]
public abstract class WordsPageModel(Comity.Service.Requests.Enquiries enquiries, CurrentViewer current)
    : EnquiryPageModel(enquiries, current)
{
    private const int MostCharacters = 10_000;

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>What is missing when nothing was written: "Enter your reply".</summary>
    protected abstract string Missing { get; }

    protected virtual bool WordsAreOptional => false;

    protected async Task<IReadOnlyList<IncomingFile>> CheckAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!WordsAreOptional && string.IsNullOrWhiteSpace(Words))
        {
            ModelState.AddModelError(nameof(Words), Missing);
        }
        else if (Words?.Length > MostCharacters)
        {
            ModelState.AddModelError(nameof(Words), "Use 10,000 characters or fewer. You can attach a longer text as a file");
        }

        var files = await Upload.ReadAsync(Files, cancellationToken);
        foreach (var refusal in AttachmentPolicy.Refusals(files))
        {
            ModelState.AddModelError(nameof(Files), refusal);
        }

        return files;
    }
}
