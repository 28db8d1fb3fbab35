namespace Comity.Protocols.Analysis;

/// <summary>Whether what is looked for holds as far as the facts are settled.</summary>
/// <param name="Holds">Yes, no, or null while it depends.</param>
/// <param name="OpenRule">While it depends: a rule on which it does; 0 when it is the stage that was tried.</param>
internal readonly record struct Judgement(bool? Holds, ulong OpenRule)
{
    public static Judgement Yes { get; } = new(true, 0);

    public static Judgement No { get; } = new(false, 0);

    public static Judgement DependsOn(ulong rule) => new(null, rule);
}
