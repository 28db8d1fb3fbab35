using Comity.Protocols;
using Comity.Protocols.Explanations;

namespace Comity.Service.Information;

/// <summary>
/// What the protocol says of letting an item out: may the member see it, may the officer let it out, and, taken together, what follows.
/// </summary>
/// <param name="Inspect">Of the member's seeing it.</param>
/// <param name="Release">Of the officer's letting it out.</param>
/// <param name="Ask">Of the member's asking for it: what a service can supply.</param>
public sealed record ItemVerdict(Decision Inspect, Decision Release, Decision Ask)
{
    public VerdictKind Kind =>
        // What the member may not inspect is let out only where a rule gives it to anybody, and not because nothing stands against letting it out.
        Release.Outcome == Outcome.Forbidden
        || (Inspect.Outcome == Outcome.Forbidden && Release.Outcome != Outcome.Permitted)
            ? VerdictKind.No
        : Inspect.Route.Count > 0 || Release.Route.Count > 0 ? VerdictKind.AskFirst
        : OpenConditions.Count > 0 ? VerdictKind.Open
        : Release.Outcome == Outcome.ShouldNot || Inspect.Outcome == Outcome.ShouldNot ? VerdictKind.ShouldNot
        : Lets(Release) || Lets(Inspect) ? WithinReach
        : Release.Outcome == Outcome.NeedsFacts || Inspect.Outcome == Outcome.NeedsFacts ? VerdictKind.NeedsFacts
        : Ask.Outcome == Outcome.ShouldNot ? VerdictKind.ShouldNot
        : VerdictKind.Silent;

    /// <summary>The answers that speak to it, without those of which nothing follows here.</summary>
    public IReadOnlyList<Decision> Speaking =>
        Kind switch
        {
            VerdictKind.No => [.. new[] { Inspect, Release }.Where(decision => decision.Outcome == Outcome.Forbidden)],
            VerdictKind.ShouldNot => [.. new[] { Inspect, Release, Ask }.Where(decision => decision.Outcome == Outcome.ShouldNot)],
            VerdictKind.AskFirst => [.. new[] { Inspect, Release }.Where(decision => decision.Route.Count > 0)],
            VerdictKind.Silent => [Release],
            _ => [Inspect, Release],
        };

    /// <summary>What has to be done first. A condition of which the member’s right to see it says that it stands back is none of the officer’s either.</summary>
    public IReadOnlyList<AnswerCondition> OpenConditions
    {
        get
        {
            var standBack = Inspect.Overridden.Select(norm => norm.Citation).ToHashSet();
            return
            [
                .. new[] { Release, Inspect }
                    .SelectMany(decision => decision.Conditions)
                    .Where(condition => !condition.IsMet && !condition.Citations.All(standBack.Contains))
                    .DistinctBy(condition => condition.Text),
            ];
        }
    }

    /// <summary>The norms on which it rests.</summary>
    public IReadOnlyList<Citation> Citations =>
        Kind switch
        {
            VerdictKind.Open => [.. OpenConditions.SelectMany(condition => condition.Citations).Distinct()],
            VerdictKind.AskFirst => [.. Speaking.SelectMany(decision => decision.Route).SelectMany(step => step.Citations).Distinct()],
            _ => [.. Speaking.SelectMany(decision => decision.DecidedBy).Distinct()],
        };

    /// <summary>The guidance of those norms, in the protocol's words here.</summary>
    public string Why
    {
        get
        {
            var words = Speaking
                .SelectMany(decision => decision.Shows)
                .Where(show => Citations.Contains(show.Citation))
                .Select(show => show.Text)
                .Distinct()
                .ToList();
            return words.Count > 0 ? string.Join(' ', words) : Citations.Select(citation => citation.Words).FirstOrDefault() ?? Silence;
        }
    }

    private string Silence => Release.Gap?.Says ?? Inspect.Gap?.Says ?? "The protocol does not say.";

    private VerdictKind WithinReach => Ask.Outcome == Outcome.ShouldNot ? VerdictKind.ShouldNot : VerdictKind.May;

    private static bool Lets(Decision decision) =>
        decision.Outcome is Outcome.Permitted
        || (decision.Outcome is Outcome.PermittedOnCondition && decision.Conditions.All(condition => condition.IsMet));
}

/// <summary>What follows from an answer for somebody who is to let something out.</summary>
public enum VerdictKind
{
    /// <summary>It may be let out.</summary>
    May,

    /// <summary>The protocol does not say.</summary>
    Silent,

    /// <summary>It should not; whoever goes on says why.</summary>
    ShouldNot,

    /// <summary>Something has to be done or put on record first.</summary>
    Open,

    /// <summary>Somebody has to be asked first.</summary>
    AskFirst,

    /// <summary>One more answer is needed.</summary>
    NeedsFacts,

    /// <summary>It may not, and that is final.</summary>
    No,
}
