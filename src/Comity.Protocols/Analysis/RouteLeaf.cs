namespace Comity.Protocols.Analysis;

/// <summary>What becomes of a concern for some answers to the facts on which it depends.</summary>
/// <param name="Rules">The rules with effect.</param>
/// <param name="IsForbidden">True when a rule forbids raising it.</param>
/// <param name="TakenAway">The rules that give a step and are overridden.</param>
/// <param name="Steps">The steps of the route.</param>
/// <param name="Chosen">The answers, the most ordinary ones with this outcome.</param>
/// <param name="Cost">How far they are from ordinary.</param>
internal sealed record RouteLeaf(ulong Rules, bool IsForbidden, ulong TakenAway, ulong Steps, int[] Chosen, int Cost)
{
    /// <summary>All rules in force.</summary>
    public ulong InForce { get; init; }
}
