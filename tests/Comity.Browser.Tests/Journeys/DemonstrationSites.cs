using Comity.Service.Demonstration;

namespace Comity.Browser.Tests.Journeys;

/// <summary>The demonstration council of each protocol on a site of its own, with its people and nothing that was asked of them. Each is made when it is first wanted.</summary>
public sealed class DemonstrationSites : IAsyncLifetime
{
    private readonly Dictionary<string, Site> _sites = new(StringComparer.Ordinal);

    public async Task<Site> OfAsync(string protocol) =>
        _sites.TryGetValue(protocol, out var site)
            ? site
            : _sites[protocol] = await Site.StartDemonstrationAsync(
                DemonstrationCouncils.Find(protocol)! with
                {
                    Enquiries = [],
                    HasStories = false,
                    Cousin = null,
                }
            );

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var site in _sites.Values)
        {
            await site.DisposeAsync();
        }
    }
}
