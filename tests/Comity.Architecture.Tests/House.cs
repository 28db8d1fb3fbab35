using System.Reflection;
using System.Xml.Linq;
using Comity.Testing;

namespace Comity.Architecture.Tests;

/// <summary>One project of the solution, as its project file describes it.</summary>
public sealed record Project(
    string Name,
    string Folder,
    string AssemblyName,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Packages
)
{
    public static Project Parse(string relativePath, string xml)
    {
        var document = XDocument.Parse(xml);
        var name = Path.GetFileNameWithoutExtension(relativePath);
        return new Project(
            name,
            Path.GetDirectoryName(relativePath)!.Replace('\\', '/'),
            document.Descendants("AssemblyName").Select(element => element.Value).FirstOrDefault() ?? name,
            [.. Includes(document, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. Includes(document, "PackageReference"), .. Includes(document, "FrameworkReference")]
        );
    }

    private static IEnumerable<string> Includes(XDocument document, string element) =>
        document.Descendants(element).Select(item => item.Attribute("Include")?.Value).OfType<string>();
}

/// <summary>What stands in the checkout: everything the rules look at is found here, nothing is listed by hand.</summary>
public static class House
{
    public static IReadOnlyList<Project> Projects(params string[] folders) =>
        [.. folders.SelectMany(folder => Checkout.Files(folder, ".csproj")).Select(path => Project.Parse(path, Checkout.Read(path)))];

    public static IReadOnlyList<Project> Source { get; } = Projects("src");

    /// <summary>The assemblies of src/, loaded from beside the tests. A project that the tests cannot load is an error, not a silence.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. Source.Select(project => Assembly.Load(project.AssemblyName))];

    public static Assembly AssemblyOf(string project) => Assembly.Load(Source.Single(candidate => candidate.Name == project).AssemblyName);

    /// <summary>Types that a person wrote: what the compiler and the generators add is not ours to name.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(IsWritten);

    public static bool IsWritten(Type type)
    {
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
        {
            if (
                outer.Name.Contains('<', StringComparison.Ordinal)
                || outer.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false)
                || outer.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
                || outer.Namespace is null
                || outer.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)
                || outer.Namespace.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
                || !outer.Namespace.StartsWith("Comity", StringComparison.Ordinal)
            )
            {
                return false;
            }
        }

        return true;
    }
}
