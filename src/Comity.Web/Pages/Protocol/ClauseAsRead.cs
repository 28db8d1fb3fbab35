using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Service.ProtocolLibrary;
using Comity.Web.Pages.Rulings;

namespace Comity.Web.Pages.Protocol;

/// <summary>A clause with everything that is noted under it.</summary>
public sealed record ClauseAsRead(
    Clause Clause,
    IReadOnlyList<NormInWords> Norms,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<Clash> Clashes,
    IReadOnlyList<Fault> Faults,
    string? Link
)
{
    /// <summary>Who laid the clause down, where the council may add to it and not change it.</summary>
    public string? LaidDownBy { get; private init; }

    /// <summary>What the Monitoring Officer has said that it means; none of it is the clause's own words.</summary>
    public IReadOnlyList<RulingAsRead> Rulings { get; private init; } = [];

    public ClauseAsRead With(IEnumerable<RulingAsRead> rulings) =>
        this with
        {
            Rulings = [.. rulings.Where(ruling => ruling.Ruling.ClauseIds.Contains(Clause.LastingId))],
        };

    /// <summary>The clauses of the council's protocol, and after them those of the text beneath it.</summary>
    public static IReadOnlyList<ClauseAsRead> AllOf(ReadTogether read, bool linked)
    {
        ArgumentNullException.ThrowIfNull(read);
        return read.Beneath is { Control: var control } beneath
            ?
            [
                .. AllOf(read.File, linked),
                .. AllOf(beneath, linked)
                    .Select(clause =>
                        control.LeftToCouncils.Contains(clause.Clause.Number) ? clause : clause with { LaidDownBy = control.Locked }
                    ),
            ]
            : AllOf(read.File, linked);
    }

    /// <summary>The clauses of a file, in its order.</summary>
    /// <param name="linked">Whether each clause has a page of its own: those of the protocol do.</param>
    public static IReadOnlyList<ClauseAsRead> AllOf(ProtocolFile file, bool linked)
    {
        ArgumentNullException.ThrowIfNull(file);
        return
        [
            .. file.Clauses.Select(clause => new ClauseAsRead(
                clause,
                [
                    .. file
                        .Norms.Where(norm => norm.Clause.LastingId == clause.LastingId)
                        .Select(norm => NormInWords.Of(norm, file.Vocabulary)),
                ],
                [.. file.Gaps.Where(gap => gap.Clause.LastingId == clause.LastingId)],
                [
                    .. file.Clashes.Where(clash =>
                        clash.Between.Any(name => file.Norms.Any(norm => norm.Id == name.Text && norm.Clause.LastingId == clause.LastingId))
                    ),
                ],
                [.. file.Faults.Where(fault => fault.Clause.LastingId == clause.LastingId)],
                linked ? $"/protocol/clauses/{Uri.EscapeDataString(clause.Number)}" : null
            )),
        ];
    }

    /// <summary>The prose, paragraph by paragraph; each is shown as text, whatever stands in it.</summary>
    public IEnumerable<string> Paragraphs =>
        Clause
            .Prose.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => paragraph.Replace('\n', ' '));

    public bool HasNotes => Norms.Count + Gaps.Count + Clashes.Count + Faults.Count > 0;

    /// <summary>Every word of it, for a search within the page.</summary>
    public bool Contains(IEnumerable<string> words)
    {
        var text = string.Join(
            '\n',
            [
                Clause.Number,
                Clause.Heading,
                Clause.Prose.ReplaceLineEndings(" "),
                .. Norms.SelectMany(norm => norm.Words),
                .. Gaps.Select(gap => gap.Says),
                .. Clashes.SelectMany(clash => new[] { clash.Says, clash.Resolved ?? "" }),
                .. Faults.Select(fault => fault.Says),
            ]
        );
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
