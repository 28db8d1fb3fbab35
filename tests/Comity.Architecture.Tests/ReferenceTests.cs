using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Comity.Architecture.Tests;

/// <summary>The two walls of the house: the rules library is pure, and nothing knows its hosts.</summary>
public class ReferenceTests
{
    /// <summary>Text in memory is not the file system: these names of System.IO are values.</summary>
    private static readonly string[] ValuesOfIO = ["StringReader", "StringWriter", "TextReader", "TextWriter"];

    [Fact]
    public void Source_holds_at_least_the_seven_projects() => House.Source.Count.ShouldBeGreaterThanOrEqualTo(7);

    [Fact]
    public void Rules_library_is_pure()
    {
        Impurities(House.AssemblyOf("Comity.Protocols")).ShouldBeEmpty();

        var project = House.Source.Single(candidate => candidate.Name == "Comity.Protocols");
        project.Projects.ShouldBeEmpty();
        project.Packages.ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_purity_catches_an_impure_assembly()
    {
        var found = Impurities(typeof(ReferenceTests).Assembly);

        found.ShouldContain("references Shouldly");
        found.ShouldContain("uses System.IO.Path");
    }

    [Fact]
    public void Nothing_references_the_hosts() => ReferencesToHosts(House.Source).ShouldBeEmpty();

    [Fact]
    public void Rule_on_hosts_catches_a_reference()
    {
        var project = Project.Parse(
            "src/Comity.Service/Comity.Service.csproj",
            """<Project><ItemGroup><ProjectReference Include="../Comity.Web/Comity.Web.csproj" /></ItemGroup></Project>"""
        );

        ReferencesToHosts([project]).ShouldBe(["Comity.Service references Comity.Web"]);
    }

    [Fact]
    public void Components_know_nothing_of_councils() => OwnReferences(House.AssemblyOf("Comity.GovUk")).ShouldBeEmpty();

    [Fact]
    public void Rule_on_components_catches_a_reference() => OwnReferences(typeof(ReferenceTests).Assembly).ShouldContain("Comity.Testing");

    [Fact]
    public void Solution_lists_every_project()
    {
        var projects = House.Projects("src", "tests", "bench", "tools");

        projects.Count.ShouldBeGreaterThanOrEqualTo(17);
        Unlisted(projects, Comity.Testing.Checkout.Read("Comity.slnx")).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_the_solution_catches_a_forgotten_project() =>
        Unlisted([Project.Parse("src/A/A.csproj", "<Project/>")], "<Solution/>").ShouldBe(["src/A/A.csproj"]);

    private static List<string> Impurities(Assembly assembly)
    {
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var found = assembly
            .GetReferencedAssemblies()
            .Where(reference => !File.Exists(Path.Combine(shared, reference.Name + ".dll")))
            .Select(reference => $"references {reference.Name}")
            .ToList();

        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            var space = metadata.GetString(type.Namespace);
            var name = metadata.GetString(type.Name);
            if (
                (space == "System.IO" && !ValuesOfIO.Contains(name))
                || space.StartsWith("System.IO.", StringComparison.Ordinal)
                || space.StartsWith("System.Net", StringComparison.Ordinal)
            )
            {
                found.Add($"uses {space}.{name}");
            }
        }

        return found;
    }

    private static List<string> ReferencesToHosts(IEnumerable<Project> projects) =>
        [
            .. projects.SelectMany(project =>
                project.Projects.Where(name => name is "Comity.Web" or "Comity.Cli").Select(name => $"{project.Name} references {name}")
            ),
        ];

    private static List<string> OwnReferences(Assembly assembly) =>
        [
            .. assembly
                .GetReferencedAssemblies()
                .Select(reference => reference.Name!)
                .Where(name => name.StartsWith("Comity", StringComparison.OrdinalIgnoreCase)),
        ];

    private static List<string> Unlisted(IEnumerable<Project> projects, string solution) =>
        [
            .. projects
                .Select(project => $"{project.Folder}/{project.Name}.csproj")
                .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)),
        ];
}
