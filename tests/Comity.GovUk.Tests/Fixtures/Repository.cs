namespace Comity.GovUk.Tests.Fixtures;

internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Package { get; } = FindPackage();

    private static string FindPackage()
    {
        var package = Path.Combine(Root, "node_modules", "govuk-frontend", "dist", "govuk");
        return Directory.Exists(package)
            ? package
            : throw new DirectoryNotFoundException($"{package} is not there: run tools/fetch-assets");
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Comity.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Comity.slnx above {AppContext.BaseDirectory}");
    }
}
