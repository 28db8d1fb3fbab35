using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Comity.GovUk.Tests.Site;

internal static class PageReader
{
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string path)
    {
        var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await Read(response);
    }

    public static async Task<IHtmlDocument> PostPageAsync(this HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(each => KeyValuePair.Create(each.Name, each.Value)));
        var response = await client.PostAsync(path, form, TestContext.Current.CancellationToken);
        return await Read(response);
    }

    /// <summary>Text as a reader meets it: runs of white space are one space.</summary>
    public static string Words(this AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<IHtmlDocument> Read(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(html);
        return new HtmlParser().ParseDocument(html);
    }
}
