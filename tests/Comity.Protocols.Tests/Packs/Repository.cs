using Comity.Protocols.Calendars;

namespace Comity.Protocols.Tests.Packs;

/// <summary>The protocols of the repository, read once.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static readonly Lazy<ProtocolLibrary> Read = new(() => ProtocolLibrary.Read(Texts()));

    private static readonly Lazy<BankHolidays> Holidays = new(() =>
        BankHolidays.Read(
            new SourceText("bank-holidays.tsv", File.ReadAllText(Path.Combine(Root, "protocols", "calendars", "bank-holidays.tsv")))
        )
    );

    public static ProtocolLibrary Library => Read.Value;

    public static CouncilCalendars Calendars => CouncilCalendars.Of(Holidays.Value, Nation.EnglandAndWales);

    public static IEnumerable<SourceText> Texts()
    {
        var folder = Path.Combine(Root, "protocols");
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".case", StringComparison.Ordinal))
            .Select(path => new SourceText(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)));
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Comity.slnx")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? FindRoot(parent)
        : throw new InvalidOperationException("no folder above the tests holds Comity.slnx");
}
