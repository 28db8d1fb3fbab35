using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Browser.Tests;

/// <summary>A page of the service and somebody who sees it.</summary>
public sealed record Sight(string Pattern, string Address, Stages.Visitor By)
{
    public override string ToString() => $"{Address} as {By.Name}";
}

/// <summary>Every page that the service has, found in its routes: a page that is added tomorrow is looked at tomorrow.</summary>
public static partial class EveryPage
{
    /// <returns>For each page the first who sees it, at the first address that shows it or at each that has a form of its own; and the pages that nobody sees.</returns>
    public static async Task<(IReadOnlyList<Sight> Seen, IReadOnlyList<string> Unseen)> OfAsync(Stages stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        var seen = new List<Sight>();
        var unseen = new List<string>();
        foreach (var pattern in PatternsOf(stages.Visitors[0].Site))
        {
            var kind = "";
            var found = false;
            foreach (var visitor in stages.Visitors)
            {
                foreach (var address in AddressesOf(stages, pattern).Where(address => seen.TrueForAll(sight => sight.Address != address)))
                {
                    var answer = await visitor.Visit.Context.APIRequest.GetAsync(address, new() { MaxRedirects = 0 });
                    kind = answer.Headers.GetValueOrDefault("content-type", "");
                    if (answer.Status == 200 && kind.StartsWith("text/html", StringComparison.Ordinal))
                    {
                        seen.Add(new Sight(pattern, address, visitor));
                        found = true;
                        if (stages.IsAlike(pattern))
                        {
                            break;
                        }
                    }

                    // Handed out to be saved: nothing to look at.
                    found |= answer.Status == 200 && answer.Headers.ContainsKey("content-disposition");
                }

                // Of a page that is not alike everywhere, another visitor may see another form.
                if (found && stages.IsAlike(pattern))
                {
                    break;
                }
            }

            if (!found)
            {
                unseen.Add($"/{pattern}");
            }
        }

        return (seen, unseen);
    }

    private static IEnumerable<string> PatternsOf(Site site) =>
        site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'))
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary>Every way to fill the pattern's parameters in.</summary>
    private static IEnumerable<string> AddressesOf(Stages stages, string pattern)
    {
        IEnumerable<string> addresses = ["/" + pattern];
        foreach (Match parameter in Parameter().Matches(pattern))
        {
            var values = stages.ValuesOf(pattern, parameter.Groups["name"].Value);
            addresses = addresses.SelectMany(address =>
                values.Select(value => address.Replace(parameter.Value, value, StringComparison.Ordinal))
            );
        }

        return addresses;
    }

    [GeneratedRegex(@"\{\**(?<name>[^:}?=]+)[^}]*\}")]
    private static partial Regex Parameter();
}
