using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages;

/// <summary>The page for every refusal and failure. Asked for by its own address it is a page that does not exist.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel : PageModel
{
    // What a form may carry that is not to be shown again.
    private static readonly string[] NotShown = ["__RequestVerificationToken", "Version", "Id"];

    public string Title { get; private set; } = "";

    public IReadOnlyList<string> Paragraphs { get; private set; } = [];

    public IReadOnlyList<(string Name, string Value)> Typed { get; private set; } = [];

    public int RowsFor(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Math.Clamp(text.Length / 60 + text.Count(character => character == '\n') + 1, 1, 20);
    }

    public void OnGet()
    {
        var problem = HttpContext.Features.Get<Problem>() ?? new Problem(StatusCodes.Status404NotFound, Method: null);
        HttpContext.Features.Set(problem);
        Response.StatusCode = problem.Status;
        (Title, Paragraphs) = problem.Status switch
        {
            StatusCodes.Status404NotFound => (
                "Page not found",
                (string[])
                    [
                        "If you typed the address, check it.",
                        "If somebody gave you the address, the page may have moved, or it may not be one that you can open.",
                    ]
            ),
            StatusCodes.Status403Forbidden => (
                "You cannot do this",
                [
                    "Your role in the council does not include it. If you think that it should, ask the clerk or the democratic services team.",
                ]
            ),
            StatusCodes.Status409Conflict => (
                "Changed since you opened it",
                [
                    "Somebody else changed this while you had it open, so nothing was saved. Go back, open it again and read what has changed.",
                ]
            ),
            StatusCodes.Status413PayloadTooLarge => TooLargeInWords(HttpContext.Features.Get<TooLarge>()),
            StatusCodes.Status429TooManyRequests => ("Too many tries", ["Wait a quarter of an hour, then try again."]),
            >= 500 => (
                "Sorry, something went wrong",
                [
                    "Nothing that you sent was saved. Try again in a few minutes. If it goes on, tell whoever looks after this service at the council.",
                ]
            ),
            _ => (
                "This could not be understood",
                ["The form may have been open for too long, or in two windows at once. Go back, reload the page and send it again."]
            ),
        };
        Typed = problem.Status
            is StatusCodes.Status409Conflict
                or StatusCodes.Status400BadRequest
                or StatusCodes.Status413PayloadTooLarge
                or >= 500
            ? WhatWasTyped()
            : [];
    }

    private static (string, string[]) TooLargeInWords(TooLarge? tooLarge) =>
        tooLarge is { Most: RequestLimits.WithAttachments }
            ? (
                "The files are too large",
                [
                    $"You can attach up to {AttachmentPolicy.MostFiles} files: {AttachmentPolicy.MostBytesEach >> 20} MB each, {AttachmentPolicy.MostBytesTogether >> 20} MB together.",
                    "Nothing was saved. Go back, choose fewer or smaller files and send it again.",
                ]
            )
            : (
                "Too large",
                [
                    $"What you sent is larger than {tooLarge?.MostInWords ?? "this page takes"}{(tooLarge is null ? "" : ", the most that this page takes")}. Nothing was saved.",
                ]
            );

    private List<(string Name, string Value)> WhatWasTyped()
    {
        // Reading the form afresh could fail for the very reason of the refusal; only what was read already is shown.
        var form = HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form;
        var fields =
            HttpContext.Features.Get<TooLarge>()?.Typed
            ?? form?.SelectMany(field => field.Value.Select(value => (Name: field.Key, Value: value ?? "")))
            ?? [];
        return
        [
            .. fields
                .Where(field => !NotShown.Contains(field.Name) && !IsSecret(field.Name) && IsWritten(field.Value))
                .Select(field => (InWords(field.Name), field.Value)),
        ];
    }

    private static bool IsSecret(string name) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase)
        || name.Contains("code", StringComparison.OrdinalIgnoreCase)
        || name.Contains("credential", StringComparison.OrdinalIgnoreCase);

    // What was chosen from a list is chosen again in a moment; what was written is not.
    private static bool IsWritten(string value) => value.Trim().Length > 3 && !Guid.TryParse(value, out _) && !bool.TryParse(value, out _);

    // "Input.OpeningWords" is what a program calls "Opening words".
    private static string InWords(string name) =>
        string.Concat(
            name[(name.LastIndexOf('.') + 1)..].Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")
        );
}
