namespace Comity.Service.ProtocolLibrary;

/// <summary>A decision as it is kept: what was asked, what was answered, and exactly which texts and which engine answered it.</summary>
public sealed record DecisionToKeep(
    string ProtocolKey,
    string Outcome,
    string Situation,
    string Answer,
    IReadOnlyList<string> Clauses,
    string Texts,
    string EngineSemantics
);
