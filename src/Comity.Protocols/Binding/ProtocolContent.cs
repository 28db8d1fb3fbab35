namespace Comity.Protocols.Binding;

/// <summary>What the reader found in a protocol file.</summary>
internal sealed record ProtocolContent(
    DocumentControl Control,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<Clash> Clashes,
    IReadOnlyList<Fault> Faults,
    IReadOnlySet<string> FaultyActs
);
