namespace Comity.Protocols.Language;

/// <summary>The <c>on</c> line: which acts, by whom, to whom, about whom.</summary>
/// <param name="Acts">The acts, at least one.</param>
/// <param name="By">The roles of the person acting; empty means anybody.</param>
/// <param name="To">The roles of the person it is done to; empty means anybody or nobody.</param>
/// <param name="About">The roles of the person it is about; empty means anybody or nobody.</param>
public sealed record RuleScope(IReadOnlyList<Name> Acts, IReadOnlyList<Name> By, IReadOnlyList<Name> To, IReadOnlyList<Name> About)
{
    /// <summary>The line as the language writes it.</summary>
    public override string ToString() => $"on {string.Join(", ", Acts)}{Place("by", By)}{Place("to", To)}{Place("about", About)}";

    private static string Place(string word, IReadOnlyList<Name> roles) => roles.Count == 0 ? "" : $" {word} {string.Join(", ", roles)}";
}
