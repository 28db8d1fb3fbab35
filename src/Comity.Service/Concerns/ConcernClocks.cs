using Comity.Protocols;
using Comity.Service.Arrangements;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Concerns;

/// <summary>
/// By when a concern is taken up and comes to an outcome: what the protocol gives, else what the council has settled, else no date. No protocol in use gives a number
/// (the ten working days of wigan 6.2 are for enquiries).
/// </summary>
public sealed class ConcernClocks(Library library, CouncilOnDate council, DutyClocks clocks)
{
    /// <summary>Whoever hears it owes word that they have taken it up.</summary>
    public const string TakeUpDuty = "take-up";

    /// <summary>Whoever hears it owes an outcome of the step.</summary>
    public const string OutcomeDuty = "outcome";

    /// <summary>Whoever is asked owes it to say who hears the concern.</summary>
    public const string NameHearerDuty = "name-hearer";

    private const string ReceivedOn = "received-on";

    public async Task<CountedBy> TakeUpAsync(DateOnly on, CancellationToken cancellationToken) =>
        await clocks.CountSilentAsync(await library.OnAsync(on, cancellationToken), ArrangementKeys.ConcernTakenUp, on, cancellationToken);

    public async Task<CountedBy> OutcomeAsync(ConcernCase concern, Hearer hearer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(hearer);
        var read = await library.OnAsync(concern.On, cancellationToken);
        var register = await council.RegisterAsync(concern.On, cancellationToken);
        return read.Protocol.Decide(Settling(read, register, concern, hearer)).Dues is [var due, ..]
            ? await clocks.CountNormAsync(read, due.Citations[0].Norm, due.Clock.Clock, concern.On, cancellationToken)
            : await clocks.CountSilentAsync(read, ArrangementKeys.ConcernOutcome, concern.On, cancellationToken);
    }

    private static Situation Settling(ReadTogether read, CouncilRegister register, ConcernCase concern, Hearer hearer)
    {
        var so = Situation.In(read.Vocabulary).Act("resolve-concern").With(ReceivedOn, concern.On).On(concern.On);
        so = RolesOnDay.Of(register, read.Vocabulary, hearer.PersonId, concern.On).Aggregate(so, (built, role) => built.By(role));
        so = RolesOnDay.Of(register, read.Vocabulary, concern.About, concern.On).Aggregate(so, (built, role) => built.About(role));
        return so.Build();
    }
}
