using Comity.Service.Advising;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Advising;

/// <summary>An adviser writes advice, or a further version of their own.</summary>
public sealed class WriteModel(
    Comity.Service.Requests.Enquiries enquiries,
    AdviceInMatter inMatter,
    AdviceReading reading,
    WriteAdvice write,
    WhatProtocolSays says,
    CurrentViewer current
) : AdvicePage(enquiries, inMatter, current), IAdviceForm
{
    [BindProperty]
    public AdviceFields Fields { get; set; } = new();

    public ProtocolSays Says { get; private set; } = ProtocolSays.Nothing;

    /// <summary>The version that stands; null for the first.</summary>
    public VersionShown? Before { get; private set; }

    public bool AsksReason => !string.IsNullOrEmpty(Fields.Reason) || ModelState["Fields.Reason"]?.Errors.Count > 0;

    protected override string Missing => "";

    protected override bool WordsAreOptional => true;

    protected override bool May(Standing standing) => AdviceInMatter.IsAdviser(standing, Viewer);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        var all = await reading.OfAsync(All, Standing, Viewer, cancellationToken);
        Before = all.FirstOrDefault(advice => advice.IsOwn)?.Versions[^1];
        Says = await says.OfAsync(Today, "give-advice", "officer", cancellationToken);
    }

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await base.OnGetAsync(cancellationToken);
        if (Before is { } before)
        {
            Fields = new AdviceFields
            {
                Analysis = before.Analysis,
                Options = before.Options,
                Views = before.Views,
                Recommendation = before.Recommendation,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            switch (await write.ExecuteAsync(new WriteAdviceRequest(At, Fields.ToWords(files)), Viewer, cancellationToken))
            {
                case AdviceResult.Written written:
                    TempData["Done"] =
                        written.Version == 1
                            ? "Your advice has been given."
                            : "The new version has been given, and the earlier ones are kept.";
                    return LocalRedirect(After);
                case AdviceResult.Refused refused:
                    refused.Errors.ToList().ForEach(error => ModelState.AddModelError($"{nameof(Fields)}.{error.Field}", error.Message));
                    return Page();
                default:
                    throw new NotFoundException();
            }
        }
        catch (ChangedSinceOpenedException)
        {
            await LoadAsync(cancellationToken);
            Version = Matter.Version;
            return this.ChangedSinceOpened();
        }
    }
}
