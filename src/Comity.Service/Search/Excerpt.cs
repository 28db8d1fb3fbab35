namespace Comity.Service.Search;

/// <summary>A few words of a text around what was found in it.</summary>
/// <param name="TextId">The <see cref="SearchText"/>.</param>
/// <param name="Words">Each thing found stands between <see cref="From"/> and <see cref="To"/>.</param>
public sealed record Excerpt(long TextId, string Words)
{
    /// <summary>Neither sign can be typed into a form (<c>NulInForms</c> and XML's rules aside, a browser sends neither).</summary>
    public const char From = '\u0002';
    public const char To = '\u0003';
}
