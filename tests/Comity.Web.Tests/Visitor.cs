using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http.Extensions;

namespace Comity.Web.Tests;

/// <summary>Somebody at a browser: keeps cookies, reads pages, fills in forms as they stand on the page.</summary>
public sealed class Visitor(HttpClient client, CookieContainer cookies)
{
    public HttpClient Client { get; } = client;

    /// <summary>The browser's cookies for the service, as the header that carries them.</summary>
    public string Cookies => cookies.GetCookieHeader(Client.BaseAddress!);

    /// <summary>Takes cookies over from elsewhere: another browser, or another service at another address.</summary>
    public void Carry(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        foreach (var cookie in header.Split("; "))
        {
            cookies.SetCookies(Client.BaseAddress!, cookie);
        }
    }

    public async Task<Page> GetAsync(string path) => await Page.ReadAsync(await Client.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Follows redirects, as a browser would.</summary>
    public async Task<Page> OpenAsync(string path)
    {
        var page = await GetAsync(path);
        for (var i = 0; i < 5 && page.Location is { } next; i++)
        {
            page = await GetAsync(next);
        }

        return page;
    }

    public async Task<Page> SignInAsync(string email, string password) =>
        await SubmitAsync(await GetAsync("/sign-in"), "form:not([data-passkey])[method=post]", ("Email", email), ("Password", password));

    /// <summary>Sends a form of the page with its hidden fields, what is filled in already, and these values; a null value leaves the field out.</summary>
    public Task<Page> SubmitAsync(Page page, string form, params (string Name, string? Value)[] values) =>
        SubmitAsync(page, form, [], values);

    public async Task<Page> SubmitAsync(
        Page page,
        string form,
        (string Field, string FileName, byte[] Bytes)[] files,
        params (string Name, string? Value)[] values
    )
    {
        ArgumentNullException.ThrowIfNull(page);
        var element =
            page.Document.QuerySelector<IHtmlFormElement>(form)
            ?? throw new InvalidOperationException($"No form \"{form}\" on the page \"{page.Title}\".");
        var given = values.Select(value => value.Name).ToHashSet(StringComparer.Ordinal);
        var fields = Filled(element)
            .Where(field => !given.Contains(field.Name))
            .Concat(values.Where(value => value.Value is not null).Select(value => (value.Name, Value: value.Value!)))
            .ToList();
        var action = element.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? page.Address : new Uri(page.Address, action);
        if (string.Equals(element.GetAttribute("method"), "get", StringComparison.OrdinalIgnoreCase))
        {
            var query = new QueryBuilder(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            return await GetAsync(target.AbsolutePath + query.ToQueryString());
        }

        HttpContent content;
        if (files.Length > 0)
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in fields)
            {
                parts.Add(new StringContent(value), name);
            }

            foreach (var (field, fileName, bytes) in files)
            {
                parts.Add(new ByteArrayContent(bytes), field, fileName);
            }

            content = parts;
        }
        else
        {
            content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        return await Page.ReadAsync(await Client.PostAsync(target, content));
    }

    /// <summary>What a script of the page does: a post with nothing but the form's token, answered by text.</summary>
    public async Task<string> PostFormTokenAsync(Page page, string address)
    {
        ArgumentNullException.ThrowIfNull(page);
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        var response = await Client.PostAsync(new Uri(address, UriKind.Relative), form);
        response.IsSuccessStatusCode.ShouldBeTrue($"{address} answered {response.StatusCode}");
        return await response.Content.ReadAsStringAsync();
    }

    private static IEnumerable<(string Name, string Value)> Filled(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name, IsDisabled: false } input
                    when input.Type is not ("submit" or "button" or "file")
                        && (input.Type is not ("radio" or "checkbox") || input.IsChecked):
                    yield return (name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name, IsDisabled: false } area:
                    yield return (name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name, IsDisabled: false } select:
                    yield return (name, select.Value ?? "");
                    break;
            }
        }
    }
}
