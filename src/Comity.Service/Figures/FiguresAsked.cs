namespace Comity.Service.Figures;

/// <summary>What figures are wanted of: from one day to another, both included, and of which services.</summary>
/// <param name="Services">Null for the whole council.</param>
public sealed record FiguresAsked(DateOnly From, DateOnly Until, IReadOnlyCollection<Guid>? Services)
{
    public bool IsOfWholeCouncil => Services is null;
}
