using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.WardInformation;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Html;

namespace Comity.Web.Infrastructure;

/// <summary>The menu: what the viewer may use, of what this build has a page for.</summary>
public sealed class Navigation(EndpointDataSource endpoints, HtmlEncoder encoder)
{
    private const string DeskPath = "/desk";

    /// <summary>The roles of those who head a service under any protocol here. Others who manage in one find the page by its address.</summary>
    private static readonly IReadOnlyList<string> Heads = ["chief-officer", "director", "head-of-service"];

    /// <summary>What somebody has to keep in order for others, beside what they owe: on a page of its own, so that the menu stays one line.</summary>
    private static readonly DeskEntry[] DeskEntries =
    [
        new(
            "Emails",
            "/mail",
            "Emails to the council that wait for somebody to decide where they belong.",
            viewer => viewer.MayKeepRegister()
        ),
        new(
            "Arrangements",
            "/arrangements",
            "What the council has settled where its protocol says nothing, and what is still open.",
            viewer => viewer.MayKeepRegister()
        ),
        new("Rulings", "/rulings", "What the Monitoring Officer has said that the protocol means.", viewer => viewer.MayKeepRegister()),
        new("Templates", "/templates", "Words from which officers start a reply.", viewer => viewer.MayKeepRegister()),
        new(
            "Figures",
            "/figures",
            "How many answers came in time, by service, ward and kind.",
            viewer => viewer.MayKeepRegister() || viewer.Roles.Any(Heads.Contains)
        ),
        new(
            "How much is asked",
            "/patterns",
            "Members who ask or complain far more often than others, with the numbers.",
            viewer => viewer.Holds("monitoring-officer")
        ),
        new(
            "Dates that moved",
            "/dates/moved",
            "What a new bank holiday or closure day has done to dates that were given.",
            viewer => viewer.Holds("clerk") || viewer.Holds("monitoring-officer")
        ),
        new("Accounts", "/accounts", "Who can sign in, and how.", AccountKeepers.Includes),
        new(
            "Who has read what",
            "/reads",
            "Logs of reads that members have asked you to look at.",
            viewer => viewer.Holds("monitoring-officer")
        ),
        new(
            "Record",
            "/record",
            "Everything that was done, in a form that proves itself, to be kept elsewhere.",
            viewer => viewer.Holds("clerk") || viewer.Holds("monitoring-officer")
        ),
    ];

    private static readonly Entry[] Entries =
    [
        new("What I owe", "/what-i-owe", _ => true),
        new("What I am owed", "/what-i-am-owed", _ => true),
        new("Find", "/find", _ => true),
        new("Ask", "/ask", viewer => viewer.OfficeIds.Count > 0 && !viewer.Holds("monitoring-officer")),
        new("Concerns", "/concerns", viewer => viewer.OfficeIds.Count > 0),
        new("For my ward", "/for-my-ward", viewer => viewer.Holds("member")),
        new("News", "/news", NewsRules.MayTell),
        new("May I …?", "/may-i", _ => true),
        new("Protocol", "/protocol", _ => true),
        new("People", "/people", _ => true),
        new("Desk", DeskPath, viewer => DeskEntries.Any(entry => entry.Shown(viewer))),
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
            else if (
                Entries[i].Path == DeskPath
                && here < 0
                && DeskEntries.Any(entry => entry.Shown(viewer) && path.StartsWithSegments(entry.Path))
            )
            {
                here = i;
            }
        }

        return shown == 0 ? null : _written.GetOrAdd((shown, here, isHere), static (which, menu) => menu.Write(which), this);
    }

    /// <summary>What is on the viewer's desk.</summary>
    public static IReadOnlyList<DeskEntry> DeskOf(Viewer viewer) => [.. DeskEntries.Where(entry => entry.Shown(viewer))];

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

/// <param name="Says">In a sentence, what is there.</param>
public sealed record DeskEntry(string Text, string Path, string Says, Func<Viewer, bool> Shown);
