using Comity.Protocols;
using Comity.Protocols.Evaluation;

namespace Comity.Bench;

/// <summary>What is measured of the engine: the sums keep the compiler from leaving it out.</summary>
internal static class Asking
{
    public static ulong Evaluated(Protocol protocol, ReadOnlySpan<EncodedSituation> situations)
    {
        ulong sum = 0;
        foreach (ref readonly var situation in situations)
        {
            var verdict = protocol.Evaluate(in situation);
            sum += verdict.InForce + (ulong)verdict.Outcome;
        }

        return sum;
    }

    public static ulong Explained(Protocol protocol, ReadOnlySpan<Situation> situations)
    {
        ulong sum = 0;
        foreach (var situation in situations)
        {
            var decision = protocol.Decide(situation);
            sum += (ulong)decision.DecidedBy.Count + (ulong)decision.Outcome;
        }

        return sum;
    }
}
