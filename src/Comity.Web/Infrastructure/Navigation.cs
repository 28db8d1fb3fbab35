using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Html;

namespace Comity.Web.Infrastructure;

/// <summary>The menu: what the viewer may use, of what this build has a page for.</summary>
public sealed class Navigation(EndpointDataSource endpoints, HtmlEncoder encoder)
{
    /// <summary>The roles of those who head a service under any protocol here. Others who manage in one find the page by its address.</summary>
    private static readonly IReadOnlyList<string> Heads = ["chief-officer", "director", "head-of-service"];

    private static readonly Entry[] Entries =
    [
        new("What I owe", "/what-i-owe", _ => true),
        new("What I am owed", "/what-i-am-owed", _ => true),
        new("Find", "/find", _ => true),
        new("Ask", "/ask", viewer => viewer.OfficeIds.Count > 0 && !viewer.Holds("monitoring-officer")),
        new("For my ward", "/for-my-ward", viewer => viewer.Holds("member")),
        new("News", "/news", Comity.Service.WardInformation.NewsRules.MayTell),
        new("May I …?", "/may-i", _ => true),
        new("Protocol", "/protocol", _ => true),
        new("People", "/people", _ => true),
        new("Emails", "/mail", viewer => viewer.MayKeepRegister()),
        new("Templates", "/templates", viewer => viewer.MayKeepRegister()),
        new("Figures", "/figures", viewer => viewer.MayKeepRegister() || viewer.Roles.Any(Heads.Contains)),
        new("Accounts", "/accounts", AccountKeepers.Includes),
        new("Who has read what", "/reads", viewer => viewer.Holds("monitoring-officer")),
        new("How much is asked", "/patterns", viewer => viewer.Holds("monitoring-officer")),
        new("Record", "/record", viewer => viewer.Holds("clerk") || viewer.Holds("monitoring-officer")),
    ];

    private readonly Lazy<HashSet<string>> _pages = new(() =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))]
    );

    // One for each set of entries and each place in it: there are only so many, however many viewers there are.
    private readonly ConcurrentDictionary<(int Shown, int Here, bool IsHere), IHtmlContent> _written = [];

    /// <summary>Where the first entry of the viewer's menu leads.</summary>
    public string? FirstOf(Viewer viewer) => Entries.FirstOrDefault(entry => IsIn(entry, viewer))?.Path;

    /// <summary>The viewer's menu, with the entry marked on whose page, or above whose page, the viewer is.</summary>
    public IHtmlContent? For(Viewer viewer, PathString path)
    {
        var (shown, here, isHere) = (0, -1, false);
        for (var i = 0; i < Entries.Length; i++)
        {
            if (!IsIn(Entries[i], viewer))
            {
                continue;
            }

            shown |= 1 << i;
            if (path.StartsWithSegments(Entries[i].Path, out var below))
            {
                (here, isHere) = (i, !below.HasValue);
            }
        }

        return shown == 0 ? null : _written.GetOrAdd((shown, here, isHere), static (which, menu) => menu.Write(which), this);
    }

    private bool IsIn(Entry entry, Viewer viewer) => entry.Shown(viewer) && _pages.Value.Contains(entry.Path);

    private Kept Write((int Shown, int Here, bool IsHere) which) =>
        Kept.Of(
            new ServiceNavigation
            {
                NavigationLabel = "Menu",
                Navigation =
                [
                    .. Entries
                        .Index()
                        .Where(entry => (which.Shown & (1 << entry.Index)) != 0)
                        .Select(entry => new NavigationItem
                        {
                            Href = entry.Item.Path,
                            Current = entry.Index == which.Here && which.IsHere,
                            Active = entry.Index == which.Here,
                            Content = entry.Item.Text,
                        }),
                ],
            }.Render(),
            encoder
        );

    private sealed record Entry(string Text, string Path, Func<Viewer, bool> Shown);
}
