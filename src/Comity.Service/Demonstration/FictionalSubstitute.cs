namespace Comity.Service.Demonstration;

/// <summary>Who stands in where somebody may not deal with something.</summary>
/// <param name="Role">For whom.</param>
/// <param name="Post">Who.</param>
/// <param name="Service">In which service; null for the whole council.</param>
/// <param name="EnteredBy">The post whose holder enters it, where the keeper of the register is one of the two and so may not.</param>
public sealed record FictionalSubstitute(string Role, string Post, string? Service = null, string? EnteredBy = null);
