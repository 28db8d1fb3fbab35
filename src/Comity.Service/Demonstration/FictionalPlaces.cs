namespace Comity.Service.Demonstration;

/// <summary>Streets that are on no map.</summary>
internal static class FictionalPlaces
{
    /// <summary>Names under .example belong to nobody (RFC 2606, section 2).</summary>
    public const string ResidentsDomain = "resident.example";

    public static IReadOnlyList<string> Streets { get; } =
    [
        "Ashlar Street",
        "Bobbin Lane",
        "Carder Row",
        "Damson Close",
        "Elderflower Avenue",
        "Fuller’s Yard",
        "Gannister Road",
        "Heddle Street",
        "Ironmaster Way",
        "Jacquard Terrace",
        "Kestrel Drive",
        "Lamplighter Lane",
        "Millwright Street",
        "Nailer’s Croft",
        "Orchardholme Road",
        "Packhorse Rise",
        "Quarryman’s Walk",
        "Ropewalk Lane",
        "Shuttle Street",
        "Teasel Grove",
        "Union Mill Road",
        "Velvet Row",
        "Weir Bank",
        "Yarrow Crescent",
        "Saltpan Lane",
        "Throstle Avenue",
        "Colliers’ Row",
        "Spindle Close",
        "Larchfield Drive",
        "Tenterfield Road",
    ];
}
