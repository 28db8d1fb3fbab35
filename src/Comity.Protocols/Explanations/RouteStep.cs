namespace Comity.Protocols.Explanations;

/// <summary>A step of the route that a matter takes.</summary>
/// <param name="Who">Who deals with it; several with <c>or</c> are alternatives.</param>
/// <param name="Stage">The name of the stage, for <see cref="Fact.UnresolvedAt"/>.</param>
/// <param name="After">The stage after which it comes, or null.</param>
/// <param name="Level">0 for the steps with which the route begins, 1 for those after them, and so on.</param>
/// <param name="Citations">The norms that give the step.</param>
public sealed record RouteStep(Who Who, string Stage, string? After, int Level, IReadOnlyList<Citation> Citations)
{
    /// <summary>True when the step is the council's own choice where the protocol gives none.</summary>
    public bool IsCouncilsChoice => Citations[0].Layer == Layer.Arrangement;
}
