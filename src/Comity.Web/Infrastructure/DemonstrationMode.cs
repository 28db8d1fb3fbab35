using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Comity.Web.Infrastructure;

/// <summary>
/// Becoming anybody with one click. Four things must hold at once: the setting asks for it, the council is fictional, the server listens on
/// this machine only, and the request comes from this machine directly. The first three are refused at start-up when they do not go
/// together; all four are looked at again on every request.
/// </summary>
public sealed class DemonstrationMode(Settings settings, ThisCouncil council, IConfiguration configuration, IServer server)
{
    private static readonly string[] MarksOfAProxy =
    [
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Real-IP",
        "Via",
    ];

    private readonly ConcurrentDictionary<string, bool> _onThisMachine = new(StringComparer.Ordinal);

    public bool AskedFor => settings.Demonstration;

    /// <summary>Why it cannot be on here, for whoever starts the service.</summary>
    public void RefuseUnlessSafe()
    {
        if (!settings.Demonstration)
        {
            return;
        }

        if (!council.Fictional)
        {
            throw new SettingsException(
                $"Comity:Demonstration is on and \"{council.Name}\" is not a fictional council: anybody could sign in as anybody. Turn the setting off."
            );
        }

        if (Listening.BeyondThisMachine([.. Listening.Configured(configuration), .. Addresses()]).FirstOrDefault() is { } open)
        {
            throw new SettingsException(
                $"Comity:Demonstration is on and the server would listen on {open}, which other machines can reach. Listen on http://127.0.0.1:PORT only."
            );
        }

        if (settings.Proxies.Count > 0 || settings.Address is { IsLoopback: false })
        {
            throw new SettingsException(
                "Comity:Demonstration is on and Comity:Address or Comity:Proxies says that others reach this server through a proxy. Turn one of them off."
            );
        }
    }

    public bool AllowedFor(HttpContext context) =>
        settings.Demonstration
        && council.Fictional
        && Addresses().All(address => _onThisMachine.GetOrAdd(address, Listening.OnLoopback))
        && context.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && (context.Connection.LocalIpAddress is not { } local || IPAddress.IsLoopback(local))
        && !MarksOfAProxy.Any(context.Request.Headers.ContainsKey);

    private ICollection<string> Addresses() => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}
