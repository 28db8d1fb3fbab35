using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Protocols.Calendars.Ledger;
using Comity.Protocols.Language;
using Comity.Service.Arrangements;
using Comity.Service.Kept;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using ClockKind = Comity.Protocols.Calendars.ClockKind;

namespace Comity.Service.Matters;

/// <summary>
/// Counts what is owed in a matter of any kind: the clock that a rule or an arrangement gives, the council's nation and closure days, and what the council has
/// arranged to happen to a clock.
/// </summary>
public sealed class DutyClocks(CouncilNow now, Library library, ArrangementsInForce arrangements, TimeProvider clock)
{
    /// <summary>What a stored duty is counted by today.</summary>
    public async Task<CountedBy> CountAsync(Duty duty, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(duty);
        var facts = await now.GetAsync(cancellationToken);
        var key = (nameof(CountedBy), duty.Source, duty.Clock);
        if (facts.Known<CountedBy>(on, key) is { } known)
        {
            return known;
        }

        var read = await library.OnAsync(on, cancellationToken);
        var rule =
            Clock.TryParse(duty.Clock) ?? throw new InvalidOperationException($"The clock “{duty.Clock}” of a stored duty cannot be read.");
        return facts.Keep(on, key, await CountAsync(read, duty.Source, rule, on, cancellationToken));
    }

    /// <summary>How the clock of a stored duty stands, with the days that led to its date.</summary>
    public async Task<ClockStanding> StandingAsync(Duty duty, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(duty);
        var counted = await CountAsync(duty, on, cancellationToken);
        if (duty.Ledger is not [{ Kind: "started", On: var from }])
        {
            return ClockStanding.Of(counted, duty.Ledger);
        }

        // What was only set going stands the same in every matter of its day: nothing that somebody wrote is in it.
        var facts = await now.GetAsync(cancellationToken);
        var key = (nameof(ClockStanding), duty.Source, duty.Clock, from);
        return facts.Known<ClockStanding>(on, key) ?? facts.Keep(on, key, ClockStanding.Of(counted, duty.Ledger));
    }

    /// <param name="rule">The clock that the source gives.</param>
    /// <param name="on">The day whose arrangements say what may happen to it.</param>
    public async Task<CountedBy> CountAsync(ReadTogether read, string source, Clock rule, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(rule);

        // A council adds nothing to a clock of the law: no closure day, no pause and no extension of its own.
        if (StatutoryRegime.All.FirstOrDefault(statute => statute.Source == source) is { } law)
        {
            return new CountedBy(law, read.Holidays, Closures: null);
        }

        var regime = CouncilRegime.By(source, $"the time limit of {source}", rule, source, await NationAsync(cancellationToken));
        if (
            read.Protocol.Files.Any(file =>
                file.Control.Layer == Layer.Law && source.StartsWith(file.Control.Protocol + "/", StringComparison.Ordinal)
            )
        )
        {
            return new CountedBy(regime, read.Holidays, Closures: null);
        }

        if (await arrangements.FindAsync(ArrangementKeys.PauseForMember, on, cancellationToken) is { Value: "yes" } pause)
        {
            regime = regime.WithArrangement(Allowance.ToPause(CountedBy.WaitingForMember, pause.AsSource()));
        }

        if (
            await arrangements.FindAsync(ArrangementKeys.Extension, on, cancellationToken) is { } extension
            && rule.Kind == ClockKind.WorkingDaysAfter
        )
        {
            regime = regime.WithArrangement(
                Allowance.ToExtend(
                    CountedBy.MoreTime,
                    extension.AsSource(),
                    longestInAll: Clock.WorkingDaysAfter(rule.Count + extension.Days())
                )
            );
        }

        if (await arrangements.FindAsync(ArrangementKeys.AgreedDate, on, cancellationToken) is { Value: "yes" } agreed)
        {
            regime = regime.WithArrangement(Allowance.ToExtend(CountedBy.AgreedWithMember, agreed.AsSource()));
        }

        // Which days count is known today, also for what came in before a day was proclaimed and is written down after it.
        var today = clock.Today();
        var known = on < today ? today : on;
        var holidays = known == on ? read.Holidays : (await library.OnAsync(known, cancellationToken)).Holidays;
        var closures = await arrangements.FindAsync(ArrangementKeys.ClosureDays, known, cancellationToken) is { } closed
            ? ClosureDays.By(
                closed.AsSource(),
                closed
                    .Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(day => new ClosureDay(
                        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                        "the council is closed"
                    ))
            )
            : null;
        return new CountedBy(regime, holidays, closures);
    }

    /// <summary>
    /// A clock that a norm gives, as it can be counted: a figure that the protocol leaves to the council is the council's, and is shown as its choice;
    /// where the council has stated none the duty stands without a number.
    /// </summary>
    public async Task<CountedBy> CountNormAsync(
        ReadTogether read,
        string norm,
        Clock rule,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Standard is not { } standard)
        {
            return await CountAsync(read, norm, rule, on, cancellationToken);
        }

        var stated = await arrangements.FindAsync(ArrangementKeys.StandardPrefix + standard, on, cancellationToken);
        return stated is null
            ? await CountAsync(read, norm, Clock.Promptly, on, cancellationToken)
            : await CountArrangedAsync(read, stated, on, cancellationToken);
    }

    /// <summary>A time that the council itself has settled, where its protocol gives none; without one, a duty without a date on Comity's own account.</summary>
    public async Task<CountedBy> CountSilentAsync(ReadTogether read, string key, DateOnly on, CancellationToken cancellationToken) =>
        await arrangements.FindAsync(key, on, cancellationToken) is { } arrangement
            ? await CountArrangedAsync(read, arrangement, on, cancellationToken)
            : await CountAsync(read, Audience.SafeguardSource, Clock.Promptly, on, cancellationToken);

    /// <summary>The council's working days.</summary>
    public async Task<WorkingDayCalendar> WorkingDaysAsync(DateOnly on, CancellationToken cancellationToken) =>
        (await library.OnAsync(on, cancellationToken)).Holidays.ForCouncil(await NationAsync(cancellationToken));

    /// <summary>The calendars and figures by which the protocol's answers work out their dates.</summary>
    public async Task<CouncilCalendars> CalendarsAsync(ReadTogether read, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return CouncilCalendars.Of(read.Holidays, await NationAsync(cancellationToken)) with
        {
            Standards = await arrangements.StandardsAsync(on, cancellationToken),
        };
    }

    /// <summary>A time that an arrangement of the council gives in working days.</summary>
    public Task<CountedBy> CountArrangedAsync(
        ReadTogether read,
        Arrangement arrangement,
        DateOnly on,
        CancellationToken cancellationToken
    ) => CountAsync(read, arrangement.AsSource(), Clock.WorkingDaysAfter(arrangement.Days()), on, cancellationToken);

    private async Task<Nation> NationAsync(CancellationToken cancellationToken)
    {
        var key = (await now.GetAsync(cancellationToken)).Nation ?? "";
        return Nations.FromKey(key) ?? throw new InvalidOperationException($"The council's nation “{key}” has no calendar.");
    }
}
