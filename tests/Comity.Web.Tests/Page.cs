using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Comity.Web.Tests;

/// <summary>What came back: status, headers and the page as its reader meets it.</summary>
public sealed class Page
{
    private Page(HttpResponseMessage response, string html, IHtmlDocument document)
    {
        Response = response;
        Html = html;
        Document = document;
    }

    public HttpResponseMessage Response { get; }
    public string Html { get; }
    public IHtmlDocument Document { get; }
    public HttpStatusCode Status => Response.StatusCode;
    public string? Location => Response.Headers.Location?.OriginalString;
    public Uri Address => Response.RequestMessage!.RequestUri!;
    public string Title => Document.Title ?? "";
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The text of the page's main part, with single spaces.</summary>
    public string Text =>
        string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The messages of the error summary, in its order.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())];

    public static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var html = await response.Content.ReadAsStringAsync();
        return new Page(response, html, await new HtmlParser().ParseDocumentAsync(html));
    }

    /// <summary>The message beside a field.</summary>
    public string? ErrorOf(string fieldId)
    {
        var message = Document.GetElementById(fieldId + "-error");
        message?.QuerySelector(".govuk-visually-hidden")?.Remove();
        return message?.TextContent.Trim();
    }

    /// <summary>Status 400; the title says so; the summary comes first, has exactly these messages in this order, and each leads to a field that is on the page.</summary>
    public Page ShouldHaveErrors(params string[] messages)
    {
        Status.ShouldBe(HttpStatusCode.BadRequest, Text);
        Title.ShouldStartWith("Error: ");
        Errors.ShouldBe(messages);
        var main = Document.QuerySelector("main")!;
        var summary = main.QuerySelector(".govuk-error-summary").ShouldNotBeNull();
        summary
            .CompareDocumentPosition(main.QuerySelector("h1")!)
            .HasFlag(DocumentPositions.Following)
            .ShouldBeTrue("The summary comes before the heading.");
        foreach (var link in summary.QuerySelectorAll("a"))
        {
            Document
                .GetElementById(link.GetAttribute("href")!.TrimStart('#'))
                .ShouldNotBeNull($"{link.GetAttribute("href")} leads nowhere.");
        }

        return this;
    }
}
