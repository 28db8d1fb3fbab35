using Comity.Protocols.Calendars;

namespace Comity.Protocols.Tests.Calendars;

/// <summary>The list of bank holidays that the product ships, read once.</summary>
internal static class TestCalendars
{
    public static SourceText Source { get; } = new("protocols/calendars/bank-holidays.tsv", Text("protocols/calendars/bank-holidays.tsv"));

    public static BankHolidays Shipped { get; } = BankHolidays.Read(Source);

    public static IReadOnlyDictionary<string, WorkingDayCalendar> All { get; } =
        new Dictionary<string, WorkingDayCalendar>
        {
            ["england-and-wales"] = Shipped.ForCouncil(Nation.EnglandAndWales),
            ["scotland"] = Shipped.ForCouncil(Nation.Scotland),
            ["northern-ireland"] = Shipped.ForCouncil(Nation.NorthernIreland),
            ["foi"] = Shipped.Foi,
            ["foisa"] = Shipped.Foisa,
            ["closed"] = Shipped.ForCouncil(
                Nation.EnglandAndWales,
                ClosureDays.By(
                    "minute 12/2026",
                    [
                        new(new DateOnly(2026, 12, 24), "Christmas closure"),
                        new(new DateOnly(2026, 12, 29), "Christmas closure"),
                        new(new DateOnly(2026, 12, 30), "Christmas closure"),
                        new(new DateOnly(2026, 12, 31), "Christmas closure"),
                    ]
                )
            ),
        };

    public static string Text(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Comity.slnx")))
        {
            folder = folder.Parent;
        }

        folder.ShouldNotBeNull();
        return File.ReadAllText(Path.Combine(folder.FullName, path));
    }
}
