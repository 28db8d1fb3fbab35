using System.Net;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Comity.Web.Infrastructure;

namespace Comity.Web.Mail;

/// <summary>
/// The council's mailbox at Microsoft 365, by Microsoft Graph: new messages by the delta query of its inbox, each as MIME so that it is read like any other email,
/// and notices sent as MIME. https://learn.microsoft.com/graph/api/message-delta, …/message-get, …/user-sendmail.
/// </summary>
public sealed class GraphMailbox(Settings settings, IHttpClientFactory clients, TimeProvider clock) : IDisposable
{
    /// <summary>The name of its client.</summary>
    public const string Client = "graph";

    /// <summary>A message as large as Exchange Online lets in.</summary>
    private const long Largest = 150 * 1024 * 1024;

    private readonly SemaphoreSlim _one = new(1, 1);
    private (string Token, DateTimeOffset Until)? _token;

    /// <summary>What one answer of the delta query says: the ids of new messages, and where to go on.</summary>
    /// <param name="IsLast">The link is for the next time; there is no more now.</param>
    public sealed record Page(IReadOnlyList<string> Ids, string Link, bool IsLast);

    /// <summary>The next page; null where the link has expired and one begins anew.</summary>
    /// <param name="link">Where the last one left off; null to begin.</param>
    public async Task<Page?> ReadAsync(string? link, CancellationToken cancellationToken)
    {
        var address = link is null
            ? new Uri(Mailbox(), "mailFolders/inbox/messages/delta?changeType=created&$select=id")
            : new Uri(link, UriKind.Absolute);
        if (Uri.Compare(address, Graph.Root, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new InvalidOperationException("The link by which the mailbox is read leads away from Microsoft Graph.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Prefer", ["odata.maxpagesize=50", "IdType=\"ImmutableId\""]);
        using var answer = await AskAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Gone)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        using var read = await JsonDocument.ParseAsync(
            await answer.Content.ReadAsStreamAsync(cancellationToken),
            cancellationToken: cancellationToken
        );
        var ids = read
            .RootElement.GetProperty("value")
            .EnumerateArray()
            .Where(row => !row.TryGetProperty("@removed", out _))
            .Select(row => row.GetProperty("id").GetString()!)
            .ToList();
        return read.RootElement.TryGetProperty("@odata.nextLink", out var next)
            ? new Page(ids, next.GetString()!, IsLast: false)
            : new Page(ids, read.RootElement.GetProperty("@odata.deltaLink").GetString()!, IsLast: true);
    }

    /// <summary>A message as it came; null where it is there no longer.</summary>
    public async Task<byte[]?> MimeAsync(string id, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Mailbox(), $"messages/{Uri.EscapeDataString(id)}/$value"));
        using var answer = await AskAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    public async Task<Posted> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Mailbox(), "sendMail"))
            {
                Content = new StringContent(Convert.ToBase64String(MimeText.Of(message)), Encoding.ASCII, "text/plain"),
            };
            using var answer = await AskAsync(request, cancellationToken);
            return answer.StatusCode switch
            {
                HttpStatusCode.Accepted => Posted.Sent,
                var status => Posted.Failed($"Microsoft 365 answered {(int)status} {await CodeAsync(answer, cancellationToken)}".Trim()),
            };
        }
        catch (HttpRequestException exception)
        {
            return Posted.Failed(exception.Message);
        }
    }

    public void Dispose() => _one.Dispose();

    private GraphSettings Graph =>
        settings.Mail?.Graph ?? throw new InvalidOperationException("This council has no mailbox at Microsoft 365.");

    private Uri Mailbox() => new(Graph.Root, $"v1.0/users/{Uri.EscapeDataString(Graph.Mailbox)}/");

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellationToken));
        using var client = NewClient();
        return await client.SendAsync(request, cancellationToken);
    }

    private HttpClient NewClient()
    {
        var client = clients.CreateClient(Client);
        client.MaxResponseContentBufferSize = Largest;
        return client;
    }

    /// <summary>Kept until shortly before it runs out.</summary>
    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_token is { } kept && kept.Until > clock.GetUtcNow())
            {
                return kept.Token;
            }

            using var form = new FormUrlEncodedContent([
                KeyValuePair.Create("client_id", Graph.ClientId),
                KeyValuePair.Create("client_secret", Graph.ClientSecret),
                KeyValuePair.Create("scope", "https://graph.microsoft.com/.default"),
                KeyValuePair.Create("grant_type", "client_credentials"),
            ]);
            using var client = NewClient();
            using var answer = await client.PostAsync(
                new Uri(Graph.SignIn, $"{Uri.EscapeDataString(Graph.Tenant)}/oauth2/v2.0/token"),
                form,
                cancellationToken
            );
            if (!answer.IsSuccessStatusCode)
            {
                throw new HttpRequestException($"Microsoft 365 let the application not in: {(int)answer.StatusCode}.");
            }

            var read = await JsonNode.ParseAsync(
                await answer.Content.ReadAsStreamAsync(cancellationToken),
                cancellationToken: cancellationToken
            );
            var seconds = read!["expires_in"]!.GetValue<int>();
            _token = (read["access_token"]!.GetValue<string>(), clock.GetUtcNow().AddSeconds(Math.Max(0, seconds - 60)));
            return _token.Value.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            var read = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return read?["error"]?["code"]?.GetValue<string>() ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
