using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Comity.Service.Arrangements;

namespace Comity.Web.Tests.Walls;

/// <summary>One onlooker on a walk along the routes.</summary>
internal sealed partial class Walk(WiganCouncil council, WallPeople people, IReadOnlyList<Route> routes, Onlooker onlooker)
{
    private Visitor? _visitor;
    private string? _token;

    public Onlooker Onlooker => onlooker;

    /// <summary>The routes of one matter or draft.</summary>
    public IEnumerable<Route> OfAMatter => routes.Where(IsOfAMatter);

    /// <summary>Every other route that answers to GET. What is public and a file is the same for everybody.</summary>
    public IEnumerable<Route> Elsewhere =>
        routes.Where(route => route.Method == "GET" && !IsOfAMatter(route) && !(route.IsPublic && Path.HasExtension(route.Pattern)));

    /// <summary>Every form that is about no one matter. The public ones are for whoever is not signed in.</summary>
    public IEnumerable<Route> FormsElsewhere =>
        routes.Where(route =>
            route.Method == "POST"
            && !IsOfAMatter(route)
            && !WallMatrix.NeverTheSame.Contains(route.Pattern.TrimStart('/'))
            && (onlooker == Onlooker.SignedOut || !route.IsPublic)
        );

    public static bool IsOfAMatter(Route route) => route.Parameters.Any(name => name is "reference" or "draft");

    public async Task<Answered> AskAsync(Route route, WalledMatter matter, string query = "") =>
        await SendAsync(route, matter, query, _ => []);

    /// <summary>A page as the same person gets it each time: without the token of its forms.</summary>
    public async Task<string> SeenAsync(Route route, string query = "")
    {
        var answer = await AskAsync(route, WalledMatter.NeverThere(), query);
        return $"{(int)answer.Status}\n{Token().Replace(answer.Text, "")}";
    }

    /// <summary>
    /// Sends a form of no matter with the matter's ids and reference in every field that can hold one, and gives what came back without the
    /// ids themselves: a page that repeats what was typed gives nothing away by it.
    /// </summary>
    public async Task<string> ForgeAsync(Route route, WalledMatter matter, Guid id)
    {
        var answer = await SendAsync(
            route,
            matter,
            "",
            field =>
                field == typeof(string) || field == typeof(List<string>) || field == typeof(string[]) ? [matter.Reference]
                : field == typeof(Guid) || field == typeof(Guid?) || field == typeof(List<Guid>) || field == typeof(Guid[]) ? [$"{id:D}"]
                : []
        );
        var text = Token().Replace($"{(int)answer.Status}\n{answer.Headers}\n{answer.Text}", "");
        return AnyId().Replace(text, "ID").Replace(matter.Reference, "REFERENCE", StringComparison.Ordinal);
    }

    private async Task<Answered> SendAsync(Route route, WalledMatter matter, string query, Func<Type, IEnumerable<string>> valuesOf)
    {
        var visitor = await VisitorAsync();
        var address = route.Address(name => ValueOf(route, name, matter)) + query;
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(address, UriKind.Relative));
        if (route.Method != "GET")
        {
            request.Content = new FormUrlEncodedContent([
                KeyValuePair.Create("__RequestVerificationToken", _token ??= await TokenAsync(visitor)),
                .. route.Fields.SelectMany(field => valuesOf(field.Type).Select(value => KeyValuePair.Create(field.Name, value))),
            ]);
        }

        return await Answered.ReadAsync(await visitor.Client.SendAsync(request), matter);
    }

    private string ValueOf(Route route, string name, WalledMatter matter) =>
        (route.Pattern.TrimStart('/').Split('/')[0], name) switch
        {
            ("enquiries" or "news" or "concerns", "reference") => matter.Reference,
            ("enquiries", "item") or ("concerns", "number") => "1",
            ("enquiries" or "concerns", "id") => matter.FileId.ToString("D"),
            ("ask" or "concerns", "draft") => matter.DraftId.ToString("D"),
            ("people", "id") when route.Pattern.Contains("services", StringComparison.Ordinal) => council.People.Highways.ToString("D"),
            ("people", "office") => council.People.OfficerOffice.ToString("D"),
            ("people", "kind") => "holding",
            // Somebody's saved view, which is nobody's here.
            ("find", "view") => Guid.Empty.ToString("D"),
            ("templates", "template") => Guid.Empty.ToString("D"),
            ("patterns", "member") => council.People.Member.ToString("D"),
            // Entries, wards, bodies and relationships that are nobody's: what everybody gets for them is the same before and after.
            ("people" or "arrangements", "entry" or "ward" or "body") => Guid.Empty.ToString("D"),
            ("arrangements", "duty") => "director",
            ("arrangements", "key") => ArrangementKeys.ReplyAfterAcknowledgement,
            ("people", "id") or ("accounts", "person") => council.People.Member.ToString("D"),
            ("may-i", "act") => "state-purpose",
            ("protocol", "number") => "6.2",
            ("rulings", "number") => "1",
            ("rulings", "act") => "state-purpose",
            ("protocol", "layer") => "law",
            ("security", "id") => "none",
            ("mail", "id") => Guid.Empty.ToString("D"),
            (_, "path") when route.Pattern.Contains("**path:file", StringComparison.Ordinal) => "no-such-file.txt",
            _ => throw new InvalidOperationException(
                $"The walk does not know what to put for {{{name}}} in {route}. Say it here, so that the page is walked."
            ),
        };

    private async Task<Visitor> VisitorAsync()
    {
        if (_visitor is null)
        {
            _visitor = people.Of(onlooker) is { } person ? await council.AsAsync(person) : council.App.NewVisitor();
            if (onlooker == Onlooker.OtherCouncil)
            {
                _visitor.Carry(await SessionElsewhereAsync());
            }
        }

        return _visitor;
    }

    /// <summary>The session of another council's clerk, under the names that this council gives its cookies.</summary>
    private async Task<string> SessionElsewhereAsync()
    {
        await using var elsewhere = await WiganCouncil.StartAsync();
        var (here, there) = (await IdAsync(council), await IdAsync(elsewhere));
        var clerk = await elsewhere.AsAsync(elsewhere.People.Clerk);
        clerk.Cookies.ShouldContain(there);
        return clerk.Cookies.Replace(there, here, StringComparison.Ordinal);

        static Task<string> IdAsync(WiganCouncil of) => of.ReadAsync(db => Task.FromResult(db.Councils.Single().Id.ToString("N")));
    }

    private static async Task<string> TokenAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/sign-out");
        if (page.Status == HttpStatusCode.Redirect)
        {
            page = await visitor.GetAsync("/demonstration");
        }

        return page.Document.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
    }

    [GeneratedRegex("<input[^>]*name=\"__RequestVerificationToken\"[^>]*>")]
    private static partial Regex Token();

    [GeneratedRegex("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")]
    private static partial Regex AnyId();
}
