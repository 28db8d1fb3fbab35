using Comity.Protocols;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Rulings;

/// <summary>What the Monitoring Officer has advised on a situation. It decides nothing and stands beside the answer, marked as advice.</summary>
public static class RulingAdvice
{
    /// <summary>Whether it bears on the situation, or may once more is known.</summary>
    public static bool BearsOn(Ruling ruling, ReadTogether read, Situation situation)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(situation);
        var isAdvice = ruling is { Binding: false, AdoptedFrom: null } && ruling.Act == situation.Act;
        return isAdvice && Protocol.Compile(RulingTexts.Alone(ruling, read.Vocabulary)).Decide(situation).Outcome != Outcome.Silent;
    }
}
