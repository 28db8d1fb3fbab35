namespace Comity.Protocols.Cases;

/// <summary>An example of a norm at work: a situation and what is expected of the answer.</summary>
/// <param name="Norm">The id of the norm that it shows.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Situation">The situation, or null when it could not be read.</param>
/// <param name="Layers">The keys of further files to load.</param>
/// <param name="Expectations">What is expected, at least one.</param>
/// <param name="At">Where it starts.</param>
public sealed record Case(
    string Norm,
    string Title,
    Situation? Situation,
    IReadOnlyList<Name> Layers,
    IReadOnlyList<Expectation> Expectations,
    Location At
);
