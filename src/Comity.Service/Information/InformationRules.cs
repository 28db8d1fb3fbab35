using Comity.Protocols;
using Comity.Protocols.Vocabularies;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;

namespace Comity.Service.Information;

/// <summary>Asks the protocol in force about letting an item out, keeping it back and using it: in the words of the vocabulary, and with what is on record.</summary>
public sealed class InformationRules(Library library, CouncilOnDate council, DutyClocks clocks)
{
    private const string ProperOfficer = "proper-officer";

    /// <summary>What it says of letting an item out, or what is left of it.</summary>
    /// <param name="leftOut">The grounds under which a part is left out; what falls under them is no longer in question.</param>
    public async Task<ItemVerdict> OfAsync(
        ItemAsRead item,
        Viewer officer,
        DateOnly on,
        IReadOnlyCollection<WithholdingGround> leftOut,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(officer);
        var read = await library.OnAsync(on, cancellationToken);
        var calendars = await clocks.CalendarsAsync(read, on, cancellationToken);
        var facts = new Dictionary<string, string>(ItemFacts.Of(item, leftOut), StringComparer.Ordinal);
        if (facts["proper-officer-decision"] == "not-yet" && await IsProperOfficerAsync(officer, on, cancellationToken))
        {
            // Whoever would be asked is the one who decides.
            facts["proper-officer-decision"] = "release";
        }

        return new ItemVerdict(
            Decide("inspect-document", asking => asking.By("member")),
            Decide("release-information", releasing => By(releasing, read, officer).To("member")),
            Decide("ask-information", asking => asking.By("member"))
        );

        Decision Decide(string act, Func<SituationBuilder, SituationBuilder> people) =>
            read.Protocol.Decide(With(people(Situation.In(read.Vocabulary).Act(act).On(on)), facts, read).Build(), calendars);
    }

    /// <summary>The questions on which its answer can turn, in their order, with those that are asked of everything: nobody is asked what makes no difference.</summary>
    public async Task<IReadOnlyList<Fact>> QuestionsAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var words = new[] { "inspect-document", "release-information", "ask-information" }
            .SelectMany(read.Protocol.RulesOn)
            .SelectMany(rule => rule.ToString().Split([' ', '\n', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ItemFacts
                .Asked.Where(fact => words.Contains(fact) || ItemFacts.AlwaysAsked.Contains(fact))
                .Select(fact => read.Vocabulary.Facts.GetValueOrDefault(fact))
                .OfType<Fact>(),
        ];
    }

    /// <summary>What it says besides, which decides nothing: of the right to see documents, and of asking.</summary>
    public async Task<(ProtocolSays OfRight, ProtocolSays OfAsking)> GuidanceAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        return (Guidance("inspect-document"), Guidance("ask-information"));

        ProtocolSays Guidance(string act)
        {
            var decision = read.Protocol.Decide(Situation.In(read.Vocabulary).Act(act).By("member").On(on).Build());
            var shown = decision.Shows.Select(show => show.Citation);

            // What stands against it is said where it is decided, of the thing that is asked for.
            return ProtocolSays
                .Of(decision)
                .Only([.. decision.Outcome is Outcome.Forbidden or Outcome.ShouldNot ? shown.Except(decision.DecidedBy) : shown]);
        }
    }

    /// <summary>What it says of keeping back what is confidential or exempt: for one officer it may be allowed, and another is sent there.</summary>
    public async Task<Decision> WithholdingAsync(ItemAsRead item, Viewer officer, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(officer);
        var read = await library.OnAsync(on, cancellationToken);
        var isProper = await IsProperOfficerAsync(officer, on, cancellationToken);
        var releasing = Situation.In(read.Vocabulary).Act("release-information").On(on);
        releasing = (isProper ? releasing.By(ProperOfficer) : By(releasing, read, officer)).To("member").With("withholding", true);
        return read.Protocol.Decide(With(releasing, ItemFacts.Of(item, []), read).Build());
    }

    /// <summary>What it says of a doubt, and to whom that goes.</summary>
    /// <param name="fact">What is in doubt, in the words of the vocabulary.</param>
    /// <param name="stage">The step at which it was not settled; null at the first.</param>
    public async Task<(ReadTogether Read, Decision Decision)> DoubtAsync(
        ItemAsRead item,
        Viewer doubter,
        string fact,
        string? stage,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(doubter);
        var read = await library.OnAsync(on, cancellationToken);
        var situation = Situation.In(read.Vocabulary).On(on);
        situation = doubter.Holds("member")
            ? situation.Act("inspect-document").By("member")
            : By(situation.Act("release-information"), read, doubter).To("member");
        situation = With(situation, ItemFacts.Of(item, []), read).With(fact, true);
        if (stage is not null)
        {
            situation = situation.With("consultation-needed", true).With("unresolved-at", stage);
        }

        return (read, read.Protocol.Decide(situation.Build()));
    }

    /// <summary>What it says of a member's using what was let out for something else, or passing it on.</summary>
    public async Task<(ReadTogether Read, Decision Decision)> UseAsync(
        ItemAsRead item,
        OtherUse use,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(use);
        var read = await library.OnAsync(on, cancellationToken);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["confidential"] = Word(use.IsPassingOn && item.Item.Confidential),
            ["believed-confidential"] = Word(use.BelievedConfidential),
            // What the council let out is the council's: it is no confidence of the officer who sent it.
            ["shared-by"] = "other",
            ["information-use"] = use.IsPassingOn ? "stated-purpose" : "other-purpose",
            ["named-on-record"] = Word(!use.IsPassingOn),
            ["code-exception"] = Word(use.Exception.Length > 0),
            ["exception-recorded"] = Word(use.Exception.Length > 0),
        };
        var disclosing = Situation.In(read.Vocabulary).Act("disclose-information").By("member").On(on);
        return (read, read.Protocol.Decide(With(disclosing, facts, read).Build()));
    }

    /// <summary>
    /// Whether somebody is the officer whom the council has appointed for what an Act names. Where it has appointed nobody, its clerk is: section 270(3) of the Local
    /// Government Act 1972.
    /// </summary>
    public async Task<bool> IsProperOfficerAsync(Viewer officer, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(officer);
        var register = await council.RegisterAsync(on, cancellationToken);
        return register.HoldersOfRole(ProperOfficer, on).Any()
            ? officer.Roles.Any(role => register.RolesFor(ProperOfficer, on).Contains(role))
            : officer.Holds("clerk");
    }

    private static SituationBuilder By(SituationBuilder situation, ReadTogether read, Viewer officer) =>
        officer
            .Roles.Where(role => read.Vocabulary.Roles.ContainsKey(role) && read.Vocabulary.RoleIs(role, "officer"))
            .Aggregate(situation.By("officer"), (builder, role) => builder.By(role));

    private static SituationBuilder With(SituationBuilder situation, IEnumerable<KeyValuePair<string, string>> facts, ReadTogether read) =>
        facts
            .Where(fact => read.Vocabulary.Facts.ContainsKey(fact.Key))
            .Aggregate(situation, (builder, fact) => builder.With(fact.Key, fact.Value));

    internal static string Word(bool so) => so ? "yes" : "no";
}
