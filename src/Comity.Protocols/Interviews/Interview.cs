namespace Comity.Protocols.Interviews;

/// <summary>
/// An interview about one act: it asks only what can change the answer, and the fewest questions that settle it. It holds nothing but the answers so
/// far, so that a page, a form and a command line can each go on from what was said. Immutable and thread-safe.
/// </summary>
public sealed class Interview
{
    private static readonly Party[] Places = [Party.Actor, Party.Recipient, Party.Subject];

    private readonly Protocol protocol;
    private readonly IReadOnlySet<Party> nobody;
    private readonly IReadOnlySet<string> notKnown;

    /// <summary>Goes on from what was said.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="said">The act, and what is known.</param>
    /// <param name="nobody">The places that were asked for and left open: nobody in particular.</param>
    /// <param name="notKnown">The names of the facts that were asked for and are not known.</param>
    public Interview(Protocol protocol, Situation said, IReadOnlySet<Party> nobody, IReadOnlySet<string> notKnown)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(nobody);
        ArgumentNullException.ThrowIfNull(notKnown);
        this.protocol = protocol;
        this.nobody = nobody;
        this.notKnown = notKnown;
        Said = said;
    }

    /// <summary>What is known.</summary>
    public Situation Said { get; }

    /// <summary>The next question, or the answer.</summary>
    /// <param name="calendars">The calendars by which the answer's dates are worked out; without them clocks are given in words alone.</param>
    public InterviewStep Next(CouncilCalendars? calendars = null)
    {
        foreach (var place in Places.Where(IsOpen))
        {
            var offered = Offered(place);
            if (offered.Count > 0)
            {
                return new WhoStep(place, offered);
            }
        }

        var decision = protocol.Decide(Said, calendars);
        return decision.Questions.FirstOrDefault(question => !notKnown.Contains(question.Fact.Name)) is { } next
            ? new FactStep(next)
            : new SettledStep(decision);
    }

    private IReadOnlyList<string> RolesIn(Party place) =>
        place switch
        {
            Party.Actor => Said.By,
            Party.Recipient => Said.To,
            _ => Said.About,
        };

    private bool IsOpen(Party place) => RolesIn(place).Count == 0 && !nobody.Contains(place);

    private List<Role> Offered(Party place) =>
        [
            .. protocol
                .ScopesOn(Said.Act)
                .Where(scope => Places.All(other => other == place || MayStillFit(scope, other)))
                .SelectMany(scope => Spoken(scope, place))
                .Select(name => name.Text)
                .Distinct(StringComparer.Ordinal)
                .Select(name => protocol.Vocabulary.Roles[name])
                .OrderBy(role => role.Label, StringComparer.Ordinal),
        ];

    // A rule that speaks of somebody else than was named has no say any more, and asks nothing.
    private bool MayStillFit(RuleScope scope, Party place) =>
        IsOpen(place)
        || Spoken(scope, place) is not { Count: > 0 } spoken
        || RolesIn(place).Any(said => spoken.Any(role => protocol.Vocabulary.RoleIs(said, role.Text)));

    private static IReadOnlyList<Name> Spoken(RuleScope scope, Party place) =>
        place switch
        {
            Party.Actor => scope.By,
            Party.Recipient => scope.To,
            _ => scope.About,
        };
}
