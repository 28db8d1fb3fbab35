namespace Comity.Protocols.Analysis;

/// <summary>A property with all that speaks against it.</summary>
/// <param name="Property">The property.</param>
/// <param name="CounterExamples">Where it fails; empty when it holds.</param>
/// <param name="Noted">What was noticed beside it and does not make it fail.</param>
public sealed record ProvedProperty(
    ProofProperty Property,
    IReadOnlyList<CounterExample> CounterExamples,
    IReadOnlyList<CounterExample> Noted
)
{
    /// <summary>True when it holds in every situation.</summary>
    public bool Holds => CounterExamples.Count == 0;
}
