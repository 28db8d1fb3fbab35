using Comity.Service.Requests;

namespace Comity.Service.Demonstration;

/// <summary>
/// A council that does not exist, written down: its places, posts and members, what it has settled, and what is asked of it in a year. One builder
/// makes and plays whichever it is given, so that a council under another protocol is another of these and no other code.
/// </summary>
public sealed record DemonstrationCouncil
{
    /// <summary>The place, on no map.</summary>
    public required string Place { get; init; }
    public required string Name { get; init; }

    /// <summary>As in <see cref="People.Council.Kind"/>.</summary>
    public required string Kind { get; init; }
    public string Nation { get; init; } = "england";

    /// <summary>The protocol that it works under.</summary>
    public required string ProtocolKey { get; init; }
    public required string Colour { get; init; }

    /// <summary>Names under .example belong to nobody (RFC 2606, section 2).</summary>
    public required string Domain { get; init; }

    /// <summary>The same seed gives the same people and words.</summary>
    public required ulong Seed { get; init; }

    public required IReadOnlyList<FictionalWard> Wards { get; init; }
    public IReadOnlyList<string> Streets { get; init; } = FictionalPlaces.Streets;

    /// <summary>The largest first; none in a council without party politics.</summary>
    public IReadOnlyList<FictionalGroup> Groups { get; init; } = [];
    public IReadOnlyList<FictionalMemberOffice> MemberOffices { get; init; } = [];
    public IReadOnlyList<FictionalCommittee> Committees { get; init; } = [];
    public IReadOnlyList<string> OutsideBodies { get; init; } = [];

    /// <summary>Each before those that are part of it.</summary>
    public IReadOnlyList<FictionalService> Services { get; init; } = [];

    /// <summary>Each after the one that it reports to.</summary>
    public required IReadOnlyList<FictionalPost> Posts { get; init; }

    /// <summary>The posts to which something goes that belongs to no service.</summary>
    public IReadOnlyList<string> WithoutService { get; init; } = [];

    /// <summary>The posts whose holders write down what a member says on the telephone.</summary>
    public required IReadOnlyList<string> Loggers { get; init; }

    /// <summary>The post whose holder keeps the register and enters what the council has settled.</summary>
    public required string Keeper { get; init; }

    public IReadOnlyList<FictionalDelegation> Delegations { get; init; } = [];
    public required IReadOnlyList<FictionalEquivalence> Equivalences { get; init; }
    public IReadOnlyList<FictionalArrangement> Arrangements { get; init; } = [];
    public IReadOnlyList<FictionalSubstitute> Substitutes { get; init; } = [];

    /// <summary>The post whose holder is a cousin of a member and has said so; null where nobody is.</summary>
    public string? Cousin { get; init; }

    /// <summary>How many of each. A course that needs a date has no place where nothing gives one.</summary>
    public required IReadOnlyList<(Course Course, int Count)> Enquiries { get; init; }

    /// <summary>Working days in which an answer is owed, as protocol or council give them; null where neither does.</summary>
    public int? ReplyDays { get; init; }

    /// <summary>The same for a complaint for a constituent, where it is another.</summary>
    public int? ComplaintDays { get; init; }

    public required IReadOnlyList<Topic> Topics { get; init; }
    public IReadOnlyList<Topic> SealedTopics { get; init; } = [];
    public IReadOnlyList<Topic> AbusiveTopics { get; init; } = [];

    /// <summary>What members of this council answer to its protocol's questions, by the kind of what they ask.</summary>
    public IReadOnlyDictionary<EnquiryKind, IReadOnlyDictionary<string, string>> Answers { get; init; } =
        new Dictionary<EnquiryKind, IReadOnlyDictionary<string, string>>();

    /// <summary>Why an officer declined a piece of work: a reason that its protocol gives (<see cref="ReasonToDecline.Key"/>), and the officer's own words.</summary>
    public required (string Reason, string Why) Declined { get; init; }

    /// <summary>Whom members raise concerns about, and on which ground of its protocol.</summary>
    public required FictionalConcern Concern { get; init; }

    /// <summary>Whether it holds one of everything beside its enquiries; a council that is made to be asked something else starts empty.</summary>
    public bool HasStories { get; init; } = true;

    internal int? DaysFor(EnquiryKind kind) => kind == EnquiryKind.ConstituentComplaint ? ComplaintDays ?? ReplyDays : ReplyDays;
}
