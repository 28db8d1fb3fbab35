using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;

namespace Comity.Service.Advising;

/// <summary>What the protocol says of giving advice, of wanting it changed, or of not sharing it.</summary>
public sealed record AdviceAnswer(ReadTogether Read, Decision Decision)
{
    public ProtocolSays Says { get; } = ProtocolSays.Of(Decision);

    public bool IsBarred => Decision.Outcome is Outcome.Forbidden or Outcome.CannotTell or Outcome.NeedsFacts;

    /// <summary>It may go on with a reason, which is kept.</summary>
    public bool IsAdvisedAgainst => Decision.Outcome == Outcome.ShouldNot;

    /// <summary>The norms that give the answer, one after the other.</summary>
    public string Norms =>
        string.Join(' ', Decision.DecidedBy.Select(citation => citation.Norm).Distinct().Take(6)) is { Length: <= 400 } norms ? norms : "";

    /// <summary>The first norm that gives it; Comity's own safeguard where the protocol says nothing.</summary>
    public string Source => Decision.DecidedBy.Select(citation => citation.Norm).FirstOrDefault() ?? Audience.SafeguardSource;

    /// <summary>Why not, in the words that the protocol has for whoever does it.</summary>
    public string Why
    {
        get
        {
            var deciding = Decision.DecidedBy.Select(citation => citation.Norm).ToHashSet();
            var words = string.Join(
                ' ',
                Decision.Shows.Where(show => deciding.Contains(show.Citation.Norm)).Select(show => show.Text).Distinct()
            );
            return words.Length > 0 ? words : "The protocol does not let this be done.";
        }
    }

    public DecisionToKeep ToKeep() => Decision.ToKeep(Read);
}
