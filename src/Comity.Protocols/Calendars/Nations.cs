using System.Collections.Immutable;

namespace Comity.Protocols.Calendars;

/// <summary>The keys and the names of the <see cref="Nation"/>s.</summary>
public static class Nations
{
    /// <summary>Every nation, in the order in which a page lists them.</summary>
    public static ImmutableArray<Nation> All { get; } = [Nation.EnglandAndWales, Nation.Scotland, Nation.NorthernIreland];

    /// <summary>Finds the nation by the key that a protocol's front matter or the bank-holiday data uses.</summary>
    /// <param name="key"><c>england</c>, <c>wales</c>, <c>england-and-wales</c>, <c>scotland</c> or <c>northern-ireland</c>.</param>
    /// <returns>The nation, or null for any other word: <c>uk</c> too, because no council counts by the whole kingdom's holidays.</returns>
    public static Nation? FromKey(string key) =>
        key switch
        {
            "england" or "wales" or "england-and-wales" => Nation.EnglandAndWales,
            "scotland" => Nation.Scotland,
            "northern-ireland" => Nation.NorthernIreland,
            _ => null,
        };

    /// <summary>The key of a nation as the bank-holiday data writes it.</summary>
    public static string ToKey(this Nation nation) =>
        nation switch
        {
            Nation.EnglandAndWales => "england-and-wales",
            Nation.Scotland => "scotland",
            Nation.NorthernIreland => "northern-ireland",
            _ => throw new ArgumentOutOfRangeException(nameof(nation), nation, "not a nation with bank holidays of its own"),
        };

    /// <summary>The name of a nation as a sentence uses it.</summary>
    public static string ToName(this Nation nation) =>
        nation switch
        {
            Nation.EnglandAndWales => "England and Wales",
            Nation.Scotland => "Scotland",
            Nation.NorthernIreland => "Northern Ireland",
            _ => throw new ArgumentOutOfRangeException(nameof(nation), nation, "not a nation with bank holidays of its own"),
        };
}
