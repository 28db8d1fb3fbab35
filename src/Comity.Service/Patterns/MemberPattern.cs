namespace Comity.Service.Patterns;

/// <summary>How much one member asked in a period.</summary>
/// <param name="ByMonth">As many numbers as the period has months, the first month first.</param>
public sealed record MemberPattern(Guid PersonId, string Name, int Open, int InPeriod, int Complaints, IReadOnlyList<int> ByMonth)
{
    public int MostInAMonth => ByMonth.Max();

    public double PerMonth => (double)InPeriod / ByMonth.Count;
}
