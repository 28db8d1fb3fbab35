using Comity.Protocols;
using Comity.Protocols.Language;

namespace Comity.Web.Pages.Protocol;

/// <summary>A norm: its id, which a decision cites, and its rules in plain words.</summary>
public sealed record NormInWords(string Id, IReadOnlyList<RuleInWords> Rules)
{
    public static NormInWords Of(Norm norm, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return new NormInWords(norm.Id, [.. norm.Rules.Select(rule => RuleInWords.Of(rule, vocabulary))]);
    }

    public IEnumerable<string> Words =>
        Rules
            .SelectMany(rule => rule.When.Concat(rule.Unless).Concat(rule.Provided).Concat(rule.Follows).Append(rule.Acts).Append(rule.Who))
            .Append(Id);
}
