using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;

namespace Comity.Web.Pages.Concerns;

/// <summary>What somebody can do in a concern, by how they stand to it: each a page of its own below the concern's.</summary>
internal static class ConcernActions
{
    public static IReadOnlyList<(string Text, string Path)> For(ConcernSeen seen, bool isLate)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var isTakenUp = seen.Matter.State == MatterState.Acknowledged;
        (bool May, string Text, string Path)[] all =
        [
            (seen is { IsOpen: true, SaysWhoHears: true }, "Say who hears it", "who-hears"),
            (seen is { IsHearer: true, Matter.State: MatterState.Open }, "Take it up", "take-up"),
            (seen.IsOpen && (seen.IsHearer || seen.SaysWhoHears), "Step aside", "step-aside"),
            (seen is { IsHearer: true, IsOpen: true }, "Hear it together with somebody", "together"),
            (
                seen.IsOpen && (seen.IsHearer || seen.IsRaiser),
                seen.IsHearer ? "Write to whoever raised it" : "Write to whoever hears it",
                "write"
            ),
            (seen.IsHearer && isTakenUp, "Tell the person whom it is about", "tell"),
            (seen.IsHearer && isTakenUp && seen.Course.MediationUnderWay is null, "Bring in a mediator", "mediator"),
            (EndMediation.May(seen), "Say how the mediation went", "mediated"),
            (seen.IsHearer && isTakenUp, "Record that somebody was consulted", "consulted"),
            (seen.IsHearer && isTakenUp, "Come to an outcome", "outcome"),
            (seen.IsHearer, "Add a note", "note"),
            (seen is { IsHearer: true, IsOpen: true }, "Linked concerns", "links"),
            (seen is { IsSubject: true, IsOpen: true } && seen.MaySee(Parts.Answer), "Answer", "answer"),
            (
                seen.IsOpen && (seen.IsHearer || seen.IsRaiser) && !seen.Course.Step.SaysWhoHears,
                "It is not settled: take it on",
                "next-step"
            ),
            (
                isLate && seen is { IsRaiser: true, Matter.State: MatterState.Open },
                "Nobody has taken it up: have somebody else hear it",
                "another-hearer"
            ),
            (seen is { IsRaiser: true, IsOpen: true }, "Change what you agree to", "consent"),
            (
                seen is { Matter.State: MatterState.Answered } && (seen.IsRaiser || (seen.IsSubject && seen.MaySee(Parts.Outcome))),
                "Ask for another look",
                "review"
            ),
            (seen.IsRaiser, "Something was done to me because of this", "done-to-me"),
            (CloseConcern.May(seen), seen.IsRaiser ? "Withdraw it" : "Close it", "close"),
        ];
        return [.. all.Where(one => one.May).Select(one => (one.Text, one.Path))];
    }
}
