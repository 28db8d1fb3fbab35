using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;

namespace Comity.Service.Requests;

/// <summary>
/// What the protocol in force says on one point, clause by clause in its own words here; nothing where it is silent. A page shows these words and
/// has none of its own about the rule: five councils have five protocols.
/// </summary>
/// <param name="Lines">The clauses that speak to it.</param>
/// <param name="Silence">Where it is silent and somebody has looked at that: what it does not say.</param>
public sealed record ProtocolSays(IReadOnlyList<ClauseSays> Lines, string? Silence)
{
    public static ProtocolSays Nothing { get; } = new([], null);

    public bool IsSilent => Lines.Count == 0;

    /// <summary>What an answer says over and above the answer to the same question without the point in question.</summary>
    public static ProtocolSays Of(Decision answer, Decision? without = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var known = without is null ? [] : Norms(without).ToHashSet();
        var added = Norms(answer)
            .Where(citation => citation.Layer is Layer.Protocol or Layer.Law or Layer.Ruling && !known.Contains(citation))
            .Distinct()
            .ToList();
        return new ProtocolSays(
            [
                .. added.Select(citation => new ClauseSays(
                    citation,
                    string.Join(' ', answer.Shows.Where(show => show.Citation.Equals(citation)).Select(show => show.Text))
                )),
            ],
            answer.Gap?.Says
        );
    }

    /// <summary>Of what is said, what these norms say.</summary>
    public ProtocolSays Only(IReadOnlyCollection<Citation> norms) =>
        this with
        {
            Lines = [.. Lines.Where(line => norms.Contains(line.Clause))],
        };

    // A norm that only guides is on the list of what is shown and of nothing else.
    private static IEnumerable<Citation> Norms(Decision answer) =>
        [
            .. answer.DecidedBy,
            .. answer.Conditions.SelectMany(condition => condition.Citations),
            .. answer.Dues.SelectMany(due => due.Citations),
            .. answer.Stops.SelectMany(stop => stop.Citations),
            .. answer.Shows.Select(show => show.Citation),
        ];
}

/// <summary>One clause and what it says on the point; empty where the clause alone has to speak.</summary>
public sealed record ClauseSays(Citation Clause, string Text);
