using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Comity.Web.Tests.Mail;

/// <summary>
/// Microsoft 365 on loopback, as its documentation has it: a token by client credentials; the delta query of an inbox in pages, with a link to go on and one for the
/// next time; a message as MIME; sendMail with MIME in base64. What a request lacks is answered as there: 401, 404, 410.
/// </summary>
internal sealed class GraphStandIn : IAsyncDisposable
{
    private const string Token = "a-token";
    private readonly WebApplication _app;
    private readonly List<(string Id, byte[] Mime)> _inbox = [];

    private GraphStandIn(WebApplication app) => _app = app;

    public Uri Address =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");

    public ConcurrentQueue<string> Sent { get; } = new();

    public int TokensGiven { get; private set; }

    /// <summary>Links that were given out are good no longer.</summary>
    public bool HasForgotten { get; set; }

    /// <summary>What sendMail answers instead of taking it.</summary>
    public (int Status, string Code)? Refusal { get; set; }

    public static async Task<GraphStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var graph = new GraphStandIn(app);
        app.MapPost("/our-tenant/oauth2/v2.0/token", graph.TokenAsync);
        app.MapGet("/v1.0/users/{mailbox}/mailFolders/inbox/messages/delta", graph.Delta);
        app.MapGet("/v1.0/users/{mailbox}/messages/{id}/$value", graph.Mime);
        app.MapPost("/v1.0/users/{mailbox}/sendMail", graph.SendAsync);
        await app.StartAsync();
        return graph;
    }

    public void Arrive(string id, string mime) => _inbox.Add((id, Encoding.UTF8.GetBytes(mime)));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (
            form["grant_type"] != "client_credentials"
            || form["client_id"] != "our-app"
            || form["client_secret"] != "our-secret"
            || form["scope"] != "https://graph.microsoft.com/.default"
        )
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: (int)HttpStatusCode.Unauthorized);
        }

        TokensGiven++;
        return Results.Json(
            new
            {
                token_type = "Bearer",
                expires_in = 3599,
                access_token = Token,
            }
        );
    }

    private IResult Delta(HttpRequest request, string mailbox)
    {
        if (Unknown(request, mailbox) is { } unknown)
        {
            return unknown;
        }

        var query = request.Query;
        var link = query["$deltatoken"].FirstOrDefault() ?? query["$skiptoken"].FirstOrDefault();
        if (link is not null && HasForgotten)
        {
            HasForgotten = false;
            return Results.Json(new { error = new { code = "syncStateNotFound" } }, statusCode: (int)HttpStatusCode.Gone);
        }

        if (link is null && (query["changeType"] != "created" || query["$select"] != "id"))
        {
            return Results.BadRequest();
        }

        // One message to a page, so that every link is followed.
        var from = link is null ? 0 : int.Parse(link, System.Globalization.CultureInfo.InvariantCulture);
        var rows = _inbox.Skip(from).Take(1).Select(message => new Dictionary<string, object> { ["id"] = message.Id }).ToList();
        if (rows.Count > 0 && from == 0)
        {
            rows.Add(new() { ["id"] = "was-deleted", ["@removed"] = new { reason = "deleted" } });
        }

        var next = from + Math.Min(1, _inbox.Count - from);
        var name = next < _inbox.Count ? "@odata.nextLink" : "@odata.deltaLink";
        var token = next < _inbox.Count ? "$skiptoken" : "$deltatoken";
        return Results.Text(
            JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["value"] = rows,
                    [name] = $"{Address}v1.0/users/{Uri.EscapeDataString(mailbox)}/mailFolders/inbox/messages/delta?{token}={next}",
                }
            ),
            "application/json"
        );
    }

    private IResult Mime(HttpRequest request, string mailbox, string id) =>
        Unknown(request, mailbox)
        ?? (_inbox.Find(message => message.Id == id) is { Mime: { } mime } ? Results.Bytes(mime, "text/plain") : Results.NotFound());

    private async Task<IResult> SendAsync(HttpRequest request, string mailbox)
    {
        if (Unknown(request, mailbox) is { } unknown)
        {
            return unknown;
        }

        if (Refusal is { } refusal)
        {
            return Results.Json(new { error = new { code = refusal.Code } }, statusCode: refusal.Status);
        }

        if (request.ContentType?.StartsWith("text/plain", StringComparison.Ordinal) != true)
        {
            return Results.BadRequest();
        }

        using var reader = new StreamReader(request.Body);
        Sent.Enqueue(Encoding.UTF8.GetString(Convert.FromBase64String(await reader.ReadToEndAsync())));
        return Results.StatusCode((int)HttpStatusCode.Accepted);
    }

    private static IResult? Unknown(HttpRequest request, string mailbox) =>
        request.Headers.Authorization != $"Bearer {Token}" ? Results.Unauthorized()
        : mailbox != MailScene.Council ? Results.NotFound()
        : null;
}
