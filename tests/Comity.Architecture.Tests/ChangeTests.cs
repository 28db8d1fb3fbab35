using System.Reflection;
using System.Text.RegularExpressions;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Architecture.Tests;

/// <summary>Nobody overwrites what somebody else has changed meanwhile: what is asked of a write says what stood there when its form was opened.</summary>
public partial class ChangeTests
{
    private static List<Write> Writes =>
        [
            .. House
                .Written(House.AssemblyOf("Comity.Service"))
                .Where(type => type.IsClass && Takes(type, typeof(CouncilWrites), typeof(Enquiries)))
                .Select(type => (type, request: RequestOf(type)))
                .Where(found => found.request is not null)
                .Select(found => new Write(found.type.Name.Split('`')[0], found.request!, SourceOf(found.type))),
        ];

    [Fact]
    public void Writes_that_change_what_is_there_know_what_was_seen()
    {
        var writes = Writes;

        writes.Count(write => Changes(write.Source)).ShouldBeGreaterThan(10);
        Blind(writes).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_changes_catches_a_write_without_a_mark_and_one_that_never_looks() =>
        Blind([
                new("Adds", typeof(Bare), "        var row = new Row();\n        row.Name = request.Name;"),
                new("Ends", typeof(Bare), "db.Redate(fact, fact.From, last, write);"),
                new("Renames", typeof(Bare), "        body.Name = request.Name;"),
                new("Looks", typeof(Marked), "        body.Name = request.Name; AsOpened.StillFits(request.Opened, now);"),
                new("Forgets", typeof(Marked), "        body.Name = request.Name;"),
                new("Replaces", typeof(Bare), "if (fact.SupersededAt is not null) throw; db.Redate(fact, a, b, write);"),
            ])
            .ShouldBe(["Ends", "Renames", "Forgets"]);

    [Fact]
    public void Acts_in_a_matter_name_the_version_that_was_seen()
    {
        var acts = House
            .Written(House.AssemblyOf("Comity.Service"))
            .Where(type => type.IsClass && Takes(type, typeof(Enquiries)) && RequestOf(type) is not null)
            .ToList();

        acts.Count.ShouldBeGreaterThan(10);
        acts.Where(type => RequestOf(type)!.GetProperty("At")?.PropertyType != typeof(MatterAt)).ShouldBeEmpty();
    }

    [Fact]
    public void Pages_hand_on_what_was_seen()
    {
        var pages = Checkout
            .Files("src/Comity.Web/Pages", ".cs")
            .Where(path => path.EndsWith(".cshtml.cs", StringComparison.Ordinal))
            .Select(path => (path, code: Checkout.Read(path), markup: Checkout.Read(path[..^".cs".Length])))
            .ToList();
        var marked = Writes.Where(write => write.Request.GetProperty("Opened") is not null).Select(write => write.Request.Name).ToList();

        pages.Count(page => Opens(page.code, marked)).ShouldBeGreaterThan(8);
        Forgetful(pages, marked).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_pages_catches_a_form_without_the_mark_and_a_page_that_drops_it() =>
        Forgetful(
                [
                    ("Good", "new SaveRequest(Id, Opened ?? \"\")", "<input type=\"hidden\" name=\"Opened\">"),
                    ("New", "new SaveRequest(null, Name)", "<form>"),
                    ("NoField", "new SaveRequest(Id, Opened ?? \"\")", "<form>"),
                    ("Dropped", "new SaveRequest(Id)", "<input type=\"hidden\" name=\"Opened\">"),
                ],
                ["SaveRequest"]
            )
            .ShouldBe(["NoField", "Dropped"]);

    private static List<string> Blind(IEnumerable<Write> writes) =>
        [.. writes.Where(write => Changes(write.Source) && !Knows(write)).Select(write => write.Name)];

    private static bool Knows(Write write) =>
        write.Request.GetProperty("Opened") is not null
            ? write.Source.Contains("AsOpened.StillFits(", StringComparison.Ordinal)
            : write.Request.GetProperty("At")?.PropertyType == typeof(MatterAt)
                || write.Request.GetProperty("Version") is not null
                || write.Source.Contains("SupersededAt is not null", StringComparison.Ordinal);

    private static bool Changes(string source) =>
        source.Contains(".Redate(", StringComparison.Ordinal)
        || Assignment().Matches(source).Any(found => !source.Contains($"var {found.Groups[1].Value} = new ", StringComparison.Ordinal));

    private static List<string> Forgetful(IEnumerable<(string Path, string Code, string Markup)> pages, IReadOnlyList<string> marked) =>
        [
            .. pages
                .Where(page =>
                    Opens(page.Code, marked)
                    && !(
                        page.Code.Contains("Opened ?? \"\"", StringComparison.Ordinal)
                        && page.Markup.Contains("name=\"Opened\"", StringComparison.Ordinal)
                    )
                )
                .Select(page => page.Path),
        ];

    private static bool Opens(string code, IReadOnlyList<string> marked) =>
        marked.Any(request => Regex.IsMatch(code, $@"new {request}\((?!\s*null)"));

    private static bool Takes(Type type, params Type[] wanted) =>
        type.GetConstructors().SelectMany(made => made.GetParameters()).Any(parameter => wanted.Contains(parameter.ParameterType));

    private static Type? RequestOf(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(method => method.Name == "ExecuteAsync")
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .FirstOrDefault(parameter => parameter.Name.EndsWith("Request", StringComparison.Ordinal));

    private static string SourceOf(Type type) =>
        Checkout
            .Files("src/Comity.Service", ".cs")
            .Where(path => Path.GetFileNameWithoutExtension(path) == type.Name.Split('`')[0])
            .Select(Checkout.Read)
            .Single();

    // A statement that sets a property of something that was read, not of something new.
    [GeneratedRegex(@"^\s+([a-z]\w*)\.[A-Z]\w* = ", RegexOptions.Multiline)]
    private static partial Regex Assignment();

    private sealed record Write(string Name, Type Request, string Source);

    private sealed record Bare(Guid Id);

    private sealed record Marked(Guid Id, string? Opened);
}
