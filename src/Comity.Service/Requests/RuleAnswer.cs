using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <summary>Whether an officer's act counts under the rules; if not, why, in words, and on which source. What is owed next, where something is.</summary>
/// <param name="IsSilent">The protocol says nothing of such an act: it may be done, and changes nothing that is owed.</param>
public sealed record RuleAnswer(
    bool Counts,
    string Why,
    string Source,
    DecisionToKeep Decision,
    CountedBy? Then = null,
    bool IsSilent = false
);
