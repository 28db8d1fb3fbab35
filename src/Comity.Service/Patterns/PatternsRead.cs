using Comity.Service.Requests;

namespace Comity.Service.Patterns;

/// <summary>How much is asked, member by member.</summary>
/// <param name="Says">What the protocol in force says of how much is asked and complained of; where it says nothing, nothing is counted.</param>
/// <param name="Months">The first day of each month of the period.</param>
/// <param name="MedianPerMonth">The middle one of all members' monthly averages.</param>
public sealed record PatternsRead(
    ProtocolSays Says,
    IReadOnlyList<DateOnly> Months,
    IReadOnlyList<MemberPattern> Members,
    double MedianPerMonth
)
{
    public static PatternsRead Silent { get; } = new(ProtocolSays.Nothing, [], [], 0);
}
