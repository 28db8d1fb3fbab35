using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <summary>What the protocol says of a member's asking, who would answer, and by when: shown before anything is sent.</summary>
public sealed record EnquiryAnswer
{
    /// <summary>The person holds on the day an office in which this may be asked.</summary>
    public required bool IsEntitled { get; init; }

    public required Decision Decision { get; init; }

    /// <summary>The day from which clocks run.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Why the answer is owed by then.</summary>
    public required Decision Reply { get; init; }

    public required IReadOnlyList<OwedReply> Owed { get; init; }

    /// <summary>The clauses that give a time for the answer; silent where the protocol gives none.</summary>
    public required ProtocolSays TimeForReply { get; init; }

    /// <summary>For somebody who is not a member: what the protocol says of the term of office, if it says anything.</summary>
    public required ProtocolSays TermOfOffice { get; init; }

    public required string ServiceName { get; init; }
    public HeldOffice? Owner { get; init; }

    /// <summary>Why it is this person: the clause that routes it, or the council's own naming.</summary>
    public string? OwnerSource { get; init; }

    /// <summary>The council's own arrangement by which the owner stands in; null for the office that is meant.</summary>
    public string? OwnerMinute { get; init; }

    /// <summary>Where it leads to nobody: who keeps the register today and can enter somebody.</summary>
    public IReadOnlyList<HeldOffice> Keepers { get; init; } = [];

    public IReadOnlyList<(HeldOffice Office, string Norm)> CopiedTo { get; init; } = [];

    /// <summary>The members to whom the answer goes as well, with the norm that wants it.</summary>
    public IReadOnlyList<(HeldOffice Office, string Norm)> ReplyCopiedTo { get; init; } = [];

    /// <summary>The power or the resolution that is relied on, in words for the matter; null where there is none.</summary>
    public string? Authority { get; init; }

    /// <summary>What the protocol says of going to the officer named, where that is a junior one.</summary>
    public JuniorContact? Contact { get; init; }

    public required DecisionToKeep AskDecision { get; init; }
    public required DecisionToKeep ReplyDecision { get; init; }

    /// <summary>The reply that is owed with a date, if one is.</summary>
    public OwedReply? DatedReply => Owed.FirstOrDefault(owed => owed.Duty == EnquiryRules.ReplyDuty && owed.Derived.Due is not null);

    /// <summary>The next question that the protocol needs answered before it can say anything.</summary>
    public Question? Question =>
        Decision.Outcome == Outcome.NeedsFacts ? Decision.Questions[0]
        : Contact?.Decision is { Outcome: Outcome.NeedsFacts } contact ? contact.Questions[0]
        : null;

    /// <summary>"Should not" lets a person go on with a recorded reason; "must not" lets nobody. Where the protocol is silent nothing stands in the way.</summary>
    public bool MayGoOn(string? reason) =>
        Question is null
        && Decision.Outcome switch
        {
            Outcome.Permitted or Outcome.PermittedOnCondition or Outcome.Referred or Outcome.Silent => true,
            Outcome.ShouldNot => !string.IsNullOrWhiteSpace(reason),
            _ => false,
        };
}
