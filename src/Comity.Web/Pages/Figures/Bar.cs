namespace Comity.Web.Pages.Figures;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Said">What it says, in words: a bar is never read by its length or colour alone.</param>
/// <param name="Share">How much of the full length is plain, from 0 to 1.</param>
/// <param name="Hatched">How much more of it is hatched.</param>
public sealed record Bar(string Label, string Said, double Share, double Hatched = 0);
