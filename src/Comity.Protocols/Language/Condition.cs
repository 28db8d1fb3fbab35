using System.Globalization;

namespace Comity.Protocols.Language;

/// <summary>A condition over facts: a closed set of forms, which is what keeps every question about a protocol decidable.</summary>
public abstract record Condition
{
    private protected Condition() { }

    /// <summary>The condition as the language writes it.</summary>
    public sealed override string ToString() => Write(0);

    // 0: anywhere; 1: a part of "and"; 2: after "not".
    internal abstract string Write(int binding);

    internal IEnumerable<Name> Facts() =>
        this switch
        {
            FactIsYes c => [c.Fact],
            FactIsOneOf c => [c.Fact],
            FactCompares c => [c.Fact],
            FactIsKnown c => [c.Fact],
            NotCondition c => c.Inner.Facts(),
            AllConditions c => c.Parts.SelectMany(p => p.Facts()),
            AnyCondition c => c.Parts.SelectMany(p => p.Facts()),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private protected static string Parenthesise(string text, bool needed) => needed ? $"({text})" : text;
}

/// <summary><c>FACT</c>: a yes-or-no fact is yes.</summary>
/// <param name="Fact">The fact.</param>
public sealed record FactIsYes(Name Fact) : Condition
{
    internal override string Write(int binding) => Fact.Text;
}

/// <summary><c>FACT is VALUE</c> or <c>FACT is one of VALUE, VALUE</c>.</summary>
/// <param name="Fact">The fact, of kind one-of (or yes-no, with the values <c>yes</c> and <c>no</c>).</param>
/// <param name="Values">The values, at least one.</param>
public sealed record FactIsOneOf(Name Fact, IReadOnlyList<Name> Values) : Condition
{
    internal override string Write(int binding) =>
        Values.Count == 1 ? $"{Fact} is {Values[0]}" : $"{Fact} is one of {string.Join(", ", Values)}";
}

/// <summary><c>FACT is more than N</c> and its kin.</summary>
/// <param name="Fact">The fact, a number.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Number">The threshold.</param>
public sealed record FactCompares(Name Fact, Comparison Comparison, decimal Number) : Condition
{
    internal override string Write(int binding) => string.Create(CultureInfo.InvariantCulture, $"{Fact} is {Words(Comparison)} {Number}");

    private static string Words(Comparison comparison) =>
        comparison switch
        {
            Comparison.MoreThan => "more than",
            Comparison.AtLeast => "at least",
            Comparison.AtMost => "at most",
            Comparison.FewerThan => "fewer than",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary><c>FACT is known</c>: a date has been given.</summary>
/// <param name="Fact">The fact, a date.</param>
public sealed record FactIsKnown(Name Fact) : Condition
{
    internal override string Write(int binding) => $"{Fact} is known";
}

/// <summary><c>not CONDITION</c>.</summary>
/// <param name="Inner">What must not hold.</param>
public sealed record NotCondition(Condition Inner) : Condition
{
    internal override string Write(int binding) =>
        Inner is FactIsOneOf { Values.Count: 1 } one ? $"{one.Fact} is not {one.Values[0]}" : $"not {Inner.Write(2)}";
}

/// <summary><c>A and B</c>.</summary>
/// <param name="Parts">What must all hold, at least two.</param>
public sealed record AllConditions(IReadOnlyList<Condition> Parts) : Condition
{
    internal override string Write(int binding) => Parenthesise(string.Join(" and ", Parts.Select(p => p.Write(1))), binding > 0);
}

/// <summary><c>A or B</c>.</summary>
/// <param name="Parts">Of which one must hold, at least two.</param>
public sealed record AnyCondition(IReadOnlyList<Condition> Parts) : Condition
{
    internal override string Write(int binding) => Parenthesise(string.Join(" or ", Parts.Select(p => p.Write(1))), binding > 0);
}
