using System.Text.RegularExpressions;
using Comity.Testing;

namespace Comity.Architecture.Tests;

/// <summary>No page is open by accident: signing in is the rule, and who may do without it is decided in one place.</summary>
public partial class PageTests
{
    private const string Public = "src/Comity.Web/Infrastructure/PublicAddresses.cs";

    private static List<(string Path, string Text)> Sources =>
        [.. Checkout.Files("src/Comity.Web", ".cs", ".cshtml").Select(path => (path, Checkout.Read(path)))];

    [Fact]
    public void Pages_have_an_authorization_decision()
    {
        var sources = Sources;

        Pages(sources).Count.ShouldBeGreaterThanOrEqualTo(4);
        Undecided(sources).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_decisions_catches_a_page_without_one()
    {
        (string, string)[] pages =
        [
            ("src/Comity.Web/Pages/Open.cshtml", "@page\n@model OpenModel"),
            ("src/Comity.Web/Pages/Shut.cshtml", "@page\n@model ShutModel"),
            ("src/Comity.Web/Pages/Shut.cshtml.cs", "[Authorize]\npublic sealed class ShutModel : PageModel;"),
            ("src/Comity.Web/Pages/_Part.cshtml", "<p>no page</p>"),
        ];

        Undecided(pages).ShouldBe(["src/Comity.Web/Pages/Open.cshtml"]);
        Undecided([.. pages, ("Hosting.cs", "SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())")])
            .ShouldBeEmpty();
    }

    [Fact]
    public void Pages_are_opened_to_everybody_in_one_place_only() => OpenedElsewhere(Sources).ShouldBeEmpty();

    [Fact]
    public void Rule_on_opening_catches_an_attribute() =>
        OpenedElsewhere([
                ("src/Comity.Web/Pages/A.cshtml.cs", "[AllowAnonymous]\nclass A;"),
                ("src/Comity.Web/Pages/B.cshtml", "@attribute [AllowAnonymous]"),
            ])
            .ShouldBe(["src/Comity.Web/Pages/A.cshtml.cs", "src/Comity.Web/Pages/B.cshtml"]);

    [Fact]
    public void Public_pages_are_pages()
    {
        var listed = Listed(Checkout.Read(Public));

        listed.Count.ShouldBeGreaterThan(0);
        listed.Except(Pages(Sources)).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_public_pages_reads_the_list() =>
        Listed("yield return \"/SignIn/Old\";").Except(["/SignIn/New"]).ShouldBe(["/SignIn/Old"]);

    private static List<string> Pages(IEnumerable<(string Path, string Text)> sources) =>
        [.. sources.Where(IsPage).Select(source => source.Path["src/Comity.Web/Pages".Length..^".cshtml".Length])];

    private static bool IsPage((string Path, string Text) source) =>
        source.Path.EndsWith(".cshtml", StringComparison.Ordinal) && PageDirective().IsMatch(source.Text);

    private static List<string> Undecided(IReadOnlyList<(string Path, string Text)> sources) =>
        sources.Any(source => Fallback().IsMatch(source.Text))
            ? []
            :
            [
                .. sources
                    .Where(IsPage)
                    .Where(page =>
                        !sources.Any(source =>
                            source.Path.StartsWith(page.Path, StringComparison.Ordinal) && Decision().IsMatch(source.Text)
                        )
                    )
                    .Select(page => page.Path),
            ];

    private static List<string> OpenedElsewhere(IEnumerable<(string Path, string Text)> sources) =>
        [.. sources.Where(source => source.Text.Contains("[AllowAnonymous", StringComparison.Ordinal)).Select(source => source.Path)];

    private static List<string> Listed(string text) => [.. PublicName().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^@page\b", RegexOptions.Multiline)]
    private static partial Regex PageDirective();

    [GeneratedRegex(@"SetFallbackPolicy\([^;]*RequireAuthenticatedUser\(\)")]
    private static partial Regex Fallback();

    [GeneratedRegex(@"\[(Authorize|AllowAnonymous)\b")]
    private static partial Regex Decision();

    [GeneratedRegex("yield return \"(/[A-Za-z/]+)\"")]
    private static partial Regex PublicName();
}
