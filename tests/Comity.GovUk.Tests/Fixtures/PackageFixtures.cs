using System.Text.Json;
using Comity.GovUk.Components;

namespace Comity.GovUk.Tests.Fixtures;

/// <summary>The examples that govuk-frontend publishes for other languages to test against: options in, HTML out.</summary>
internal static class PackageFixtures
{
    public static IReadOnlyList<string> UpstreamComponents { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Package, "components"), "fixtures.json", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file))!)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What the library offers, found in it and not listed by hand.</summary>
    public static IReadOnlyDictionary<string, Type> OfferedComponents { get; } =
        typeof(Component)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Component)) && !type.IsAbstract)
            .ToDictionary(type => Kebab(type.Name));

    public static IReadOnlyList<Fixture> Of(string component)
    {
        var path = Path.Combine(Repository.Package, "components", component, "fixtures.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. document
                .RootElement.GetProperty("fixtures")
                .EnumerateArray()
                .Select(each => new Fixture(
                    component,
                    each.GetProperty("name").GetString()!,
                    each.GetProperty("options").Clone(),
                    each.GetProperty("html").GetString()!
                )),
        ];
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c).ToString() : c.ToString()));
}
