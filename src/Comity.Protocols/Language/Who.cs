namespace Comity.Protocols.Language;

/// <summary>Who deals with something: a role, a party, or a role as seen from a party; joined by <c>and</c> or by <c>or</c>.</summary>
/// <param name="Terms">The persons or offices, at least one.</param>
/// <param name="AnyOne">True when any one of them is enough (<c>or</c>); false when all are meant (<c>and</c>).</param>
/// <param name="OrElse">Who takes the place of these when they may not or cannot act, or null.</param>
public sealed record Who(IReadOnlyList<WhoTerm> Terms, bool AnyOne, Who? OrElse)
{
    /// <summary>The words of the language: <c>director of subject or else chief-executive</c>.</summary>
    public override string ToString()
    {
        var own = string.Join(AnyOne ? " or " : " and ", Terms);
        return OrElse is null ? own : $"{own} or else {OrElse}";
    }
}
