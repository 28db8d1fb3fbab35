using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Routes;
using Comity.Protocols.Vocabularies;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Concerns;

/// <summary>What the protocol says of a concern, and whom that means in this council on the day: shown before anything is sent.</summary>
public sealed record ConcernAnswer
{
    public required ReadTogether Read { get; init; }

    public required Decision Decision { get; init; }

    /// <summary>Every step that the protocol writes from here on, with the people in it.</summary>
    public required IReadOnlyList<ResolvedStep> Steps { get; init; }

    /// <summary>The ways that are open now. Several where the protocol leaves a choice; none where a question is open, or nobody can take it at all.</summary>
    public required IReadOnlyList<ConcernDoor> Doors { get; init; }

    /// <summary>Steps that come before the doors and were passed by, because nobody is in them: each is a gap of the protocol or of the council's register.</summary>
    public required IReadOnlyList<ResolvedStep> PassedBy { get; init; }

    /// <summary>Who will not learn of it: the person it is about, and whom the protocol keeps out.</summary>
    public required IReadOnlyList<string> KeptOut { get; init; }

    /// <summary>What the protocol takes for granted, and on which the way turns: it is asked, because nobody should find out afterwards.</summary>
    public required IReadOnlyList<Fact> Turning { get; init; }

    public Question? Question => Decision.Outcome == Outcome.NeedsFacts ? Decision.Questions[0] : null;

    /// <summary>Whether the protocol itself leads to nobody, so that the council or Comity's safeguard says where it goes.</summary>
    public bool IsSilent => Question is null && (Decision.Route.Count == 0 || Doors.Any(door => door.SaysWhoHears));

    /// <summary>"Should not" lets a person go on with a recorded reason; "must not" lets nobody.</summary>
    public bool MayGoOn(string? reason) =>
        Question is null
        && Decision.Outcome switch
        {
            Outcome.Permitted or Outcome.PermittedOnCondition or Outcome.Referred or Outcome.Silent => true,
            Outcome.ShouldNot => !string.IsNullOrWhiteSpace(reason),
            _ => false,
        };
}
