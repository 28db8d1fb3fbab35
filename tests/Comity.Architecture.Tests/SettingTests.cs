using System.Text.RegularExpressions;
using System.Xml.Linq;
using Comity.Testing;

namespace Comity.Architecture.Tests;

/// <summary>Rules on how the build is set up: a second build of one commit gives the same program.</summary>
public partial class SettingTests
{
    [Fact]
    public void Package_versions_are_exact()
    {
        var text = Checkout.Read("Directory.Packages.props");

        Versions(text).Count.ShouldBeGreaterThan(15);
        Inexact(text).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_versions_catches_a_floating_one() =>
        Inexact(
                """
                <Project><ItemGroup>
                <PackageVersion Include="A" Version="1.2.*" />
                <PackageVersion Include="B" Version="[1.2.3,2)" />
                <PackageVersion Include="C" Version="1.2.3" />
                </ItemGroup></Project>
                """
            )
            .ShouldBe(["A 1.2.*", "B [1.2.3,2)"]);

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var projects = House.Projects("src", "tests", "bench", "tools");

        projects.Count.ShouldBeGreaterThanOrEqualTo(17);
        projects
            .Select(project => $"{project.Folder}/packages.lock.json")
            .Where(path => !File.Exists(Checkout.PathOf(path)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_test_project_is_run_by_its_name()
    {
        // ./test looks for tests/*.Tests: a project with tests under another name would never run.
        var strays = House.Projects("tests").Where(project => IsStray(project.Name, project.Packages));

        strays.Select(project => project.Name).ShouldBeEmpty();
        IsStray("Comity.Checks", ["xunit.v3"]).ShouldBeTrue();
        IsStray("Comity.Web.Tests", ["xunit.v3"]).ShouldBeFalse();
    }

    [Fact]
    public void Scripts_stop_at_the_first_failure()
    {
        var scripts = new[] { "run", "test", "comity", ".ci/run" }.Concat(Checkout.Files("tools", "")).ToList();

        scripts.Count.ShouldBeGreaterThanOrEqualTo(7);
        scripts.Where(path => !IsStrict(Checkout.Read(path))).ShouldBeEmpty();
        IsStrict("#!/usr/bin/env bash\necho careless\n").ShouldBeFalse();
    }

    private static bool IsStrict(string script) => script.Contains("\nset -euo pipefail\n", StringComparison.Ordinal);

    private static bool IsStray(string name, IEnumerable<string> packages) =>
        packages.Contains("xunit.v3") && !name.EndsWith(".Tests", StringComparison.Ordinal);

    private static List<(string Name, string Version)> Versions(string text) =>
        [
            .. XDocument
                .Parse(text)
                .Descendants("PackageVersion")
                .Select(element => (element.Attribute("Include")!.Value, element.Attribute("Version")!.Value)),
        ];

    private static List<string> Inexact(string text) =>
        [.. Versions(text).Where(found => !Exact().IsMatch(found.Version)).Select(found => $"{found.Name} {found.Version}")];

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex Exact();
}
