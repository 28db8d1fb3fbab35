using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <summary>What a member's asking is to the protocol in force: by whom, of whom, and as what.</summary>
/// <param name="roles">Of the member on the day; none for somebody who is not one.</param>
/// <param name="isDelegated">Whether the power that the member relies on is in the council's register.</param>
/// <param name="asked">The office that the council itself names for it; null while no service is chosen.</param>
internal sealed class Asking(
    ReadTogether read,
    EnquiryCase enquiry,
    IReadOnlyList<string> roles,
    HeldOffice? asked,
    bool isDelegated,
    CouncilCalendars calendars
)
{
    public const string Task = "request-task";
    public const string Instruction = "instruct-officer";
    private const string Subject = "support-subject";
    public const string ThroughManager = "through-line-manager";

    /// <summary>The answer, and the answer with the day on which it came: a protocol may set the clock going with the question itself.</summary>
    public (Decision Decision, Decision Started) Decide(string received)
    {
        var situation = Of(enquiry.Kind.Act);
        var decision = Decide(situation);

        // What is asked for the council, and not for a ward, by a member whose office may instruct officers here is an instruction.
        if (enquiry is { Kind.Act: Task, Capacity: Capacity.Council } && LetsGoOn(Decide(Of(Instruction))))
        {
            situation = Of(Instruction);
            decision = Decide(situation);
        }

        // Where only the straight way to the officer is barred, it is sent by way of the manager, and that makes the fact so.
        if (!LetsGoOn(decision) && read.Vocabulary.Facts.ContainsKey(ThroughManager) && !enquiry.Facts.ContainsKey(ThroughManager))
        {
            var through = situation.With(ThroughManager, true);
            if (Decide(through) is { Route.Count: > 0 } sent && LetsGoOn(sent))
            {
                (situation, decision) = (through, sent);
            }
        }

        return (decision, Decide(situation.With(received, enquiry.ReceivedOn)));
    }

    /// <summary>What the protocol says of going to a junior officer with it.</summary>
    public Decision Contacting() => Decide(Of("contact-junior-officer"));

    private static bool LetsGoOn(Decision decision) =>
        decision.Outcome is Outcome.Permitted or Outcome.PermittedOnCondition or Outcome.Referred;

    private Decision Decide(SituationBuilder situation) => read.Protocol.Decide(situation.Build(), calendars);

    private SituationBuilder Of(string act)
    {
        var asking = Situation.In(read.Vocabulary).Act(act).On(enquiry.On);

        // Whoever is to say what the protocol means is what the answer says: a question that is for no service is put to nobody in particular.
        asking = enquiry.Kind.OfService ? asking.To(Recipient) : asking;
        asking = enquiry.Authority.Of switch
        {
            _ when roles.Count == 0 => asking.By("former-member"),
            AuthorityOf.Council => asking.By("council"),
            AuthorityOf.Committee => asking.By("committee"),
            _ => roles.Aggregate(asking, (builder, role) => builder.By(role)),
        };
        if (enquiry.Kind == EnquiryKind.ConstituentComplaint || enquiry.ForConstituent)
        {
            asking = asking.With("enquiry-scope", "constituent-case");
        }

        if (enquiry.Capacity == Capacity.Party && !enquiry.Facts.ContainsKey(Subject))
        {
            asking = asking.With(Subject, "party-business");
        }

        asking = enquiry.Facts.Aggregate(asking, (builder, fact) => builder.With(fact.Key, fact.Value));

        // That the council has given a power is in its register, and nowhere else.
        return isDelegated ? asking.With(Authority.GivenFact, true) : asking.Without(Authority.GivenFact);
    }

    // One rule for a clerk, another for a junior officer: what is said depends on who is asked.
    private string Recipient =>
        asked is not null && read.Vocabulary.Roles.ContainsKey(asked.Role) && read.Vocabulary.RoleIs(asked.Role, "officer")
            ? asked.Junior
                ? "junior-officer"
                : asked.Role
            : "officer";
}
