using Comity.Service.Matters;
using Comity.Web.SignIn;

namespace Comity.Web.Infrastructure;

/// <summary>The menu: what the viewer may use, of what this build has a page for.</summary>
public sealed class Navigation(EndpointDataSource endpoints)
{
    private static readonly Entry[] Entries =
    [
        new("What I owe", "/what-i-owe", _ => true),
        new("What I am owed", "/what-i-am-owed", _ => true),
        new("Ask", "/ask", viewer => viewer.Holds("member") || viewer.Holds("clerk")),
        new("May I …?", "/may-i", _ => true),
        new("Protocol", "/protocol", _ => true),
        new("People", "/people", _ => true),
        new("Accounts", "/accounts", AccountKeepers.Includes),
        new("Who has read what", "/reads", viewer => viewer.Holds("monitoring-officer")),
        new("Record", "/record", viewer => viewer.Holds("clerk") || viewer.Holds("monitoring-officer")),
    ];

    private readonly Lazy<HashSet<string>> _pages = new(() =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))]
    );

    public IEnumerable<Entry> For(Viewer viewer) => Entries.Where(entry => entry.Shown(viewer) && _pages.Value.Contains(entry.Path));

    public sealed record Entry(string Text, string Path, Func<Viewer, bool> Shown)
    {
        public bool Is(PathString path) => path.Equals(Path, StringComparison.OrdinalIgnoreCase);

        public bool Covers(PathString path) => path.StartsWithSegments(Path);
    }
}
