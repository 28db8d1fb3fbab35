using Comity.Service.Demonstration.Councils;

namespace Comity.Service.Demonstration;

/// <summary>The councils that do not exist: one under each protocol.</summary>
public static class DemonstrationCouncils
{
    public static IReadOnlyList<DemonstrationCouncil> All { get; } =
    [Kelderby.Council, Wenderholt.Council, Saltmarrow.Council, Thornwhistle.Council, NetherLarkwell.Council];

    /// <summary>The one that is opened when nobody says which.</summary>
    public static DemonstrationCouncil Usual => All[0];

    /// <summary>By its protocol, or by the name of its place; null for anything else.</summary>
    public static DemonstrationCouncil? Find(string word) =>
        All.FirstOrDefault(council => Same(council.ProtocolKey, word) || Same(council.Place.Replace(' ', '-'), word));

    private static bool Same(string name, string word) => string.Equals(name, word, StringComparison.OrdinalIgnoreCase);
}
