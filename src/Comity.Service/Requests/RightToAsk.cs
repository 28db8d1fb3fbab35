using System.Collections.Frozen;
using Comity.Service.People;

namespace Comity.Service.Requests;

/// <summary>
/// By which right a member asks, put as what it is about. The facts are the vocabulary's; what follows from them in this council is for its protocol and
/// the law of its packs to say. The simplest comes first.
/// </summary>
public sealed record RightToAsk(string Key, string Label, FrozenDictionary<string, string> Facts)
{
    /// <summary>The role of the register in which alone it is offered; null for what every member may choose.</summary>
    public string? OnlyFor { get; private init; }

    /// <summary>The kind of message in which it stands in the matter.</summary>
    public const string MessageKind = "right";

    /// <summary>What anybody may have: no need to know is asked.</summary>
    public static RightToAsk Anybody { get; } =
        Of("anybody", "Something that anybody could have who asked", ("basis", "foi"), ("available-to-anyone", "yes"));

    public static RightToAsk Meeting { get; } =
        Of(
            "meeting",
            "Business that comes before the council or a committee",
            ("basis", "statute"),
            ("relates-to-meeting-business", "yes"),
            ("held-or-controlled-by-council", "yes")
        );

    public static RightToAsk ExecutiveMeeting { get; } =
        Of(
            "executive-meeting",
            "Papers of a public meeting of the executive",
            ("basis", "statute"),
            ("executive-material", "public-meeting")
        );

    public static RightToAsk ExecutiveDecision { get; } =
        Of(
            "executive-decision",
            "A decision of the executive that has been made, or was made by one member or an officer",
            ("basis", "statute"),
            ("executive-material", "single-decision")
        );

    /// <summary>
    /// For whoever sits on an overview and scrutiny committee (SI 2012/2089, regulation 17). Whether it was a meeting's, one member's or an officer's decision makes no
    /// difference to this right.
    /// </summary>
    public static RightToAsk Scrutiny { get; } =
        Of(
            "scrutiny",
            "What the executive has decided, for a review by my scrutiny committee",
            ("basis", "statute"),
            ("executive-material", "single-decision"),
            ("relevant-to-scrutiny", "yes")
        ) with
        {
            OnlyFor = PlaceInBody.ScrutinyMember,
        };

    public static RightToAsk Role { get; } = Of("role", "Something that I need for my work as a member", ("basis", "common-law"));

    public static IReadOnlyList<RightToAsk> All { get; } = [Anybody, Meeting, ExecutiveMeeting, ExecutiveDecision, Scrutiny, Role];

    /// <summary>Every fact that one of them answers: whoever chooses another takes back what was said for the first.</summary>
    public static IReadOnlyList<string> Answered { get; } = [.. All.SelectMany(right => right.Facts.Keys).Distinct()];

    public static RightToAsk? Find(string? key) => All.FirstOrDefault(right => right.Key == key);

    private static RightToAsk Of(string key, string label, params (string Fact, string Value)[] facts) =>
        new(key, label, facts.ToFrozenDictionary(fact => fact.Fact, fact => fact.Value, StringComparer.Ordinal));
}
