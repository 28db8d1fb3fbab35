using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <summary>How a viewer stands to an enquiry: which parts are granted, and whether it is theirs to answer or they asked it.</summary>
public sealed record Standing(Matter Matter, IReadOnlySet<string> Granted, bool IsOwner, bool IsAsker, bool IsLogger)
{
    /// <summary>Everybody's grants that are in force, for "Who can see this".</summary>
    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>Everybody who stands or stood in it, the earliest first.</summary>
    public required IReadOnlyList<MatterParty> Parties { get; init; }

    /// <summary>What was said, of the parts that are granted and nothing of a resident's, the earliest first.</summary>
    public required IReadOnlyList<Said> Said { get; init; }

    /// <summary>Whether there is something of a resident's.</summary>
    public required bool HasConstituent { get; init; }

    /// <summary>What is and was owed, the latest first, with the ledgers.</summary>
    public required IReadOnlyList<Duty> Duties { get; init; }

    public bool MaySee(string part) => Granted.Contains(part);
}
