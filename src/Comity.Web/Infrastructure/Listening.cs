using System.Net;

namespace Comity.Web.Infrastructure;

/// <summary>The addresses on which the server is set up to listen, as far as the configuration names them.</summary>
internal static class Listening
{
    /// <summary>Addresses that another machine could reach.</summary>
    public static IEnumerable<string> BeyondThisMachine(IEnumerable<string> addresses) => addresses.Where(address => !OnLoopback(address));

    public static IEnumerable<string> Configured(IConfiguration configuration)
    {
        var endpoints = configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(endpoint => endpoint["Url"])
            .OfType<string>()
            .ToList();
        if (endpoints.Count > 0)
        {
            return endpoints;
        }

        if (Split(configuration["urls"]) is { Count: > 0 } urls)
        {
            return urls;
        }

        // A bare port listens on every address (documentation of ASP.NET Core, "http_ports").
        return
        [
            .. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"),
            .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}"),
        ];
    }

    public static bool OnLoopback(string address)
    {
        if (address.StartsWith("http://unix:", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var host = BindingAddress.Parse(address).Host.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }

    private static List<string> Split(string? text) =>
        [.. text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []];
}
