namespace Comity.Web.Tests.Walls;

/// <summary>
/// Who may open what of a matter: the one place where it is written down for the walk. Everybody else must get what a reference that was never
/// given out gives. A page about a matter that is not in the list fails the walk: say here who may see it.
/// </summary>
internal static class WallMatrix
{
    public const Stands Officers = Stands.Owns | Stands.Oversees;
    public const Stands Residents = Stands.Asks | Stands.Owns;
    private const Stands Readers = Stands.Asks | Officers | Stands.Logged | Stands.Copied;

    public static IReadOnlyDictionary<string, Stands> OfAMatter { get; } =
        new Dictionary<string, Stands>(StringComparer.Ordinal)
        {
            ["enquiries/{reference}"] = Readers,
            ["enquiries/{reference}/files/{id:guid}"] = Readers,
            ["enquiries/{reference}/why"] = Readers,
            ["enquiries/{reference}/decisions"] = Readers,
            ["enquiries/{reference}/reads"] = Residents,
            ["enquiries/{reference}/show-reads"] = Stands.Asks,
            ["enquiries/{reference}/record"] = Readers,
            ["enquiries/{reference}/mail"] = Readers,
            ["enquiries/{reference}/print"] = Readers,
            ["enquiries/{reference}/links"] = Readers,
            ["enquiries/{reference}/merge"] = Officers,
            ["enquiries/{reference}/resident"] = Residents,
            ["enquiries/{reference}/reply"] = Stands.Owns,
            ["enquiries/{reference}/acknowledge"] = Stands.Owns,
            ["enquiries/{reference}/delay"] = Stands.Owns,
            ["enquiries/{reference}/progress"] = Stands.Owns,
            ["enquiries/{reference}/pause"] = Stands.Owns,
            ["enquiries/{reference}/ask-member"] = Stands.Owns,
            ["enquiries/{reference}/extend"] = Stands.Owns,
            ["enquiries/{reference}/unanswered"] = Stands.Owns,
            ["enquiries/{reference}/decline"] = Stands.Nowhere,
            ["enquiries/{reference}/room"] = Stands.Owns,

            // Whoever logged one of them is a clerk, who keeps the council's business in order.
            ["enquiries/{reference}/kind"] = Stands.Owns | Stands.Logged,
            ["enquiries/{reference}/reassign"] = Officers,
            ["enquiries/{reference}/note"] = Officers,
            ["enquiries/{reference}/answer"] = Stands.Asks,
            ["enquiries/{reference}/follow-up"] = Stands.Asks,
            ["enquiries/{reference}/further"] = Stands.Asks,
            ["enquiries/{reference}/rate"] = Stands.Asks,
            ["enquiries/{reference}/close"] = Stands.Asks,
            // Of other kinds of matter: AdvicePageTests, AppointmentPageTests and NewsPageTests.
            ["enquiries/{reference}/appointment"] = Stands.Nowhere,
            ["enquiries/{reference}/appointment/offer"] = Stands.Nowhere,
            ["enquiries/{reference}/appointment/call-off"] = Stands.Nowhere,
            ["enquiries/{reference}/appointment/calendar"] = Stands.Nowhere,
            ["enquiries/{reference}/advice"] = Stands.Nowhere,
            ["enquiries/{reference}/advice/versions"] = Stands.Nowhere,
            ["enquiries/{reference}/advice/write"] = Stands.Nowhere,
            ["enquiries/{reference}/advice/answer"] = Stands.Nowhere,
            ["enquiries/{reference}/advice/change"] = Stands.Nowhere,
            ["enquiries/{reference}/advice/pressed"] = Stands.Nowhere,
            ["enquiries/{reference}/advice/facts"] = Stands.Nowhere,
            ["news/{reference}"] = Stands.Nowhere,
            ["news/{reference}/correct"] = Stands.Nowhere,
            ["enquiries/{reference}/propose-date"] = Stands.Owns,
            ["enquiries/{reference}/agree-date"] = Stands.Asks,
            ["enquiries/{reference}/information"] = Readers,
            ["enquiries/{reference}/information/add"] = Stands.Owns,
            ["enquiries/{reference}/information/{item:int}"] = Readers,
            ["enquiries/{reference}/information/{item:int}/findings"] = Stands.Owns,
            ["enquiries/{reference}/information/{item:int}/decide"] = Stands.Owns,
            ["enquiries/{reference}/information/{item:int}/doubt"] = Residents,
            ["enquiries/{reference}/information/{item:int}/need"] = Stands.Asks,
            ["enquiries/{reference}/information/{item:int}/review"] = Stands.Asks,
            ["enquiries/{reference}/information/{item:int}/use"] = Stands.Asks,
            // Nobody here has been asked about it, or to look at it again.
            ["enquiries/{reference}/information/{item:int}/answer"] = Stands.Nowhere,
            ["enquiries/{reference}/information/{item:int}/look-again"] = Stands.Nowhere,
            ["enquiries/{reference}/information/by-law"] = Residents,
            ["enquiries/{reference}/information/fees"] = Residents,
            ["concerns/{reference}"] = Stands.Raises | Stands.Hears,
            ["concerns/{reference}/files/{id:guid}"] = Stands.Raises | Stands.Hears,
            ["concerns/{reference}/write"] = Stands.Raises | Stands.Hears,
            ["concerns/{reference}/next-step"] = Stands.Raises | Stands.Hears,
            ["concerns/{reference}/consent"] = Stands.Raises,
            ["concerns/{reference}/another-hearer"] = Stands.Raises,
            ["concerns/{reference}/close"] = Stands.Raises,
            ["concerns/{reference}/take-up"] = Stands.Hears,
            ["concerns/{reference}/step-aside"] = Stands.Hears,
            ["concerns/{reference}/together"] = Stands.Hears,
            ["concerns/{reference}/note"] = Stands.Hears,
            ["concerns/{reference}/links"] = Stands.Hears,
            ["concerns/{reference}/done-to-me"] = Stands.Raises,
            // Nothing has been done afterwards here: LaterActPageTests.
            ["concerns/{reference}/later-acts/{number:int}"] = Stands.Nowhere,
            // Nobody here has taken one up, been told of one, or been asked who hears one.
            ["concerns/{reference}/tell"] = Stands.Nowhere,
            ["concerns/{reference}/mediator"] = Stands.Nowhere,
            ["concerns/{reference}/mediated"] = Stands.Nowhere,
            ["concerns/{reference}/consulted"] = Stands.Nowhere,
            ["concerns/{reference}/outcome"] = Stands.Nowhere,
            ["concerns/{reference}/answer"] = Stands.Nowhere,
            ["concerns/{reference}/review"] = Stands.Nowhere,
            ["concerns/{reference}/who-hears"] = Stands.Nowhere,
            ["concerns/raise/{draft:guid}/about"] = Stands.Raises,
            ["concerns/raise/{draft:guid}/kind"] = Stands.Raises,
            ["concerns/raise/{draft:guid}/protocol"] = Stands.Raises,
            ["concerns/raise/{draft:guid}/words"] = Stands.Raises,
            ["concerns/raise/{draft:guid}/consent"] = Stands.Raises,
            ["concerns/raise/{draft:guid}/check"] = Stands.Raises,
            ["ask/{draft:guid}/authority"] = Stands.Asks,
            ["ask/{draft:guid}/right"] = Stands.Asks,
            ["ask/{draft:guid}/rule"] = Stands.Asks,
            ["ask/{draft:guid}/details"] = Stands.Asks,
            ["ask/{draft:guid}/resident"] = Stands.Asks,
            ["ask/{draft:guid}/check"] = Stands.Asks,
        };

    /// <summary>Forms that name one thing of the matter: an empty one finds nothing, for those who may send it too.</summary>
    public static IReadOnlySet<string> NamesOneThing { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "enquiries/{reference}/decisions" };

    /// <summary>
    /// Pages that say how long the record is, and those that count for whoever has to answer for how the council answers: they move with every act of
    /// anybody, and so cannot be the same before and after. That nothing of a matter stands on them is looked for like everywhere.
    /// </summary>
    public static IReadOnlySet<string> MovesWithTheRecord { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "record", "figures", "figures/csv", "patterns", "patterns/{member:guid}" };

    /// <summary>
    /// Forms of no matter that cannot be compared: they make whoever sends them somebody else, or nobody; or, at the sign-in and for a reporter's code, count tries and
    /// give a new challenge each time.
    /// </summary>
    public static IReadOnlySet<string> NeverTheSame { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "sign-out", "demonstration", "sign-in", "concerns/report", "concerns/with-code" };
}
