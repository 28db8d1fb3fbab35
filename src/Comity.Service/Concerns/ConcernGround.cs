namespace Comity.Service.Concerns;

/// <summary>A clause on which a concern may rest.</summary>
/// <param name="Norm">The id of the norm.</param>
/// <param name="Clause">The number of its clause.</param>
/// <param name="Words">What the norm asks of the person, in plain words.</param>
public sealed record ConcernGround(string Norm, string Clause, string Words);
