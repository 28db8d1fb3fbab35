using Comity.Protocols.Vocabularies;

namespace Comity.Web.Pages.Concerns;

/// <summary>What a protocol asks, with the answers that were chosen so far: each a field <c>Facts[name]</c> of the form around it.</summary>
public sealed record FactQuestions(IReadOnlyList<Fact> Facts, IReadOnlyDictionary<string, string> Answers);
