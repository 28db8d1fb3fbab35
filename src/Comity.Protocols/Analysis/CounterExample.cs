namespace Comity.Protocols.Analysis;

/// <summary>A situation that shows how a property fails.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Act">The act; empty when it is about no single one.</param>
/// <param name="By">The roles of the person who acts, as generally as it is true.</param>
/// <param name="About">The roles of the person whom it is about.</param>
/// <param name="Norms">The norms that cause it; empty when it is a silence that no norm comes near.</param>
/// <param name="Words">What is wrong, in plain words: a sentence without its full stop.</param>
/// <param name="Situation">A situation that shows it, or null.</param>
/// <param name="People">
/// Who holds which place in it, in the words of a situation file (<c>director of subject</c>); empty when it does not depend on people.
/// </param>
public sealed record CounterExample(
    CounterKind Kind,
    string Act,
    IReadOnlyList<string> By,
    IReadOnlyList<string> About,
    IReadOnlyList<string> Norms,
    string Words,
    Situation? Situation,
    IReadOnlyList<KeyValuePair<string, string>> People
)
{
    /// <summary>False for what does not make the property fail: a step that falls away while the route goes on, a time limit that is not there.</summary>
    public bool IsFailure =>
        Kind
            is not (
                CounterKind.StepFallsAway
                or CounterKind.EndsOnOwnSide
                or CounterKind.NothingAfter
                or CounterKind.NotedSilence
                or CounterKind.NotedFault
                or CounterKind.NoTimeLimit
                or CounterKind.NeedsFigure
            );
}
