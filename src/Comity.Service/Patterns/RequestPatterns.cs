using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Service.Content;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Patterns;

/// <summary>
/// How much members ask and complain, in numbers, for the Monitoring Officer: where the protocol in force speaks of it, and nowhere else. Nothing follows
/// from a number. Whoever looks does not see themselves, nor anybody with whom they have declared a relationship; each look is on the record.
/// </summary>
/// <remarks>Sealed matters are not counted: a number that moves would tell that somebody raised something in confidence.</remarks>
public sealed class RequestPatterns(
    ComityDb db,
    CouncilNow now,
    Library library,
    CouncilWrites writes,
    ViewerTokens tokens,
    TimeProvider clock
)
{
    private const int MonthsShown = 12;

    public static bool MayLook(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Holds("monitoring-officer");
    }

    /// <summary>All members whom the viewer may judge, those who asked most first; or one of them. Notes down that it was looked at.</summary>
    /// <returns>Null where somebody is not there for this viewer.</returns>
    public async Task<PatternsRead?> ReadAsync(Viewer viewer, Guid? member, CancellationToken cancellationToken)
    {
        if (!MayLook(viewer))
        {
            return null;
        }

        var today = clock.Today();
        var says = await SaysAsync(today, cancellationToken);
        if (says.IsSilent)
        {
            return member is null ? PatternsRead.Silent : null;
        }

        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown);
        List<DateOnly> months = [.. Enumerable.Range(0, MonthsShown).Select(first.AddMonths)];
        var all = await CountAsync(first, today, months, cancellationToken);
        var judged = await JudgedByAsync(viewer, all, today, cancellationToken);
        if (member is { } one && judged.All(pattern => pattern.PersonId != one))
        {
            return null;
        }

        await NoteLookAsync(viewer, member, cancellationToken);
        return new PatternsRead(
            says,
            months,
            [
                .. judged
                    .Where(pattern => member is null || pattern.PersonId == member)
                    .OrderByDescending(pattern => pattern.InPeriod)
                    .ThenBy(pattern => pattern.Name, StringComparer.Ordinal),
            ],
            Median([.. all.Select(pattern => pattern.PerMonth)])
        );
    }

    /// <summary>What somebody has asked themselves, for whoever is about to ask; null where the protocol keeps no count of it.</summary>
    public async Task<OwnRequests?> OwnAsync(Decision asking, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asking);
        ArgumentNullException.ThrowIfNull(viewer);
        if (!Counted(asking).Any())
        {
            return null;
        }

        var own = Enum.GetValues<ContentClass>().Select(kept => tokens.Person(viewer.PersonId, kept)).ToArray();
        var (kinds, lately) = (Kinds, clock.Today().AddMonths(-OwnRequests.Months));
        var asked = db
            .MatterParties.Where(party => party.Place == MatterParties.RaisedBy && party.EndedAt == null && own.Contains(party.Token))
            .Join(db.Matters, party => party.MatterId, matter => matter.Id, (_, matter) => matter)
            .Where(matter => kinds.Contains(matter.Kind));
        return new OwnRequests(
            await asked.CountAsync(
                matter => matter.State == MatterState.Open || matter.State == MatterState.Acknowledged,
                cancellationToken
            ),
            await asked.CountAsync(matter => matter.ReceivedOn > lately, cancellationToken)
        );
    }

    /// <summary>What the protocol in force says of asking much, and of many minor or personal complaints.</summary>
    public async Task<ProtocolSays> SaysAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var asking = Decide(read, "ask-information", "officer", null);
        var counted = Counted(asking).Select(citation => citation.Clause).ToHashSet();
        var number = ProtocolSays
            .Of(asking)
            .Only([
                .. asking
                    .Shows.Select(show => show.Citation)
                    .Where(citation => citation.Layer == Layer.Protocol && counted.Contains(citation.Clause)),
            ]);
        var complaining = ProtocolSays.Of(Decide(read, "raise-concern", null, "yes"), Decide(read, "raise-concern", null, "no"));
        return number with { Lines = [.. number.Lines, .. complaining.Lines.Where(line => line.Text.Length > 0)] };

        Decision Decide(ReadTogether texts, string act, string? to, string? repeated)
        {
            var situation = Situation.In(texts.Vocabulary).Act(act).By("member").On(on);
            situation = to is null ? situation.About("officer") : situation.To(to);
            situation = repeated is null ? situation : situation.With("repeated-minor", repeated);
            return texts.Protocol.Decide(situation.Build());
        }
    }

    /// <summary>Whether the viewer may look at what this person asks.</summary>
    public async Task<bool> MayJudgeAsync(Viewer viewer, Guid person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var today = clock.Today();
        var register = (await now.GetAsync(cancellationToken)).Register;
        return MayLook(viewer)
            && person != viewer.PersonId
            && !register
                .CloseTo(tokens.Person(viewer.PersonId, ContentClass.Sealed), today)
                .Contains(tokens.Person(person, ContentClass.Sealed));
    }

    // A norm by which asking, and nothing else about it, may be the ground of a concern speaks of how much is asked.
    private static IEnumerable<Citation> Counted(Decision asking) => asking.Grounds.Where(citation => citation.Layer == Layer.Protocol);

    private static string[] Kinds => [.. EnquiryKind.All.Where(kind => kind.OfService).Select(kind => kind.Key)];

    private async Task<List<MemberPattern>> JudgedByAsync(
        Viewer viewer,
        List<MemberPattern> all,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var register = (await now.GetAsync(cancellationToken)).Register;
        var close = register.CloseTo(tokens.Person(viewer.PersonId, ContentClass.Sealed), today).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(one => one.PersonId != viewer.PersonId && !close.Contains(tokens.Person(one.PersonId, ContentClass.Sealed)))];
    }

    private async Task<List<MemberPattern>> CountAsync(
        DateOnly first,
        DateOnly today,
        List<DateOnly> months,
        CancellationToken cancellationToken
    )
    {
        var kinds = Kinds;
        var asked =
            from party in db.MatterParties.AsNoTracking()
            where party.Place == MatterParties.RaisedBy && party.EndedAt == null && party.PersonId != null
            join matter in db.Matters.AsNoTracking() on party.MatterId equals matter.Id
            where matter.Class == ContentClass.Indexed && kinds.Contains(matter.Kind)
            select new { party.PersonId, matter };
        var received = await asked
            .Where(one => one.matter.ReceivedOn >= first && one.matter.ReceivedOn <= today)
            .GroupBy(one => new
            {
                one.PersonId,
                one.matter.ReceivedOn,
                one.matter.Kind,
            })
            .Select(same => new { same.Key, Count = same.Count() })
            .ToListAsync(cancellationToken);
        var open = await asked
            .Where(one => one.matter.State == MatterState.Open || one.matter.State == MatterState.Acknowledged)
            .GroupBy(one => one.PersonId)
            .Select(same => new { Person = same.Key, Count = same.Count() })
            .ToDictionaryAsync(one => one.Person!.Value, one => one.Count, cancellationToken);
        var byPerson = received.ToLookup(one => one.Key.PersonId!.Value);
        var register = (await now.GetAsync(cancellationToken)).Register;
        return
        [
            .. register
                .HoldersOfRole("member", today)
                .Select(held => held.PersonId)
                .Distinct()
                .Select(person => new MemberPattern(
                    person,
                    register.NameOf(person) ?? "",
                    open.GetValueOrDefault(person),
                    byPerson[person].Sum(one => one.Count),
                    byPerson[person].Where(one => one.Key.Kind == EnquiryKind.ConstituentComplaint.Key).Sum(one => one.Count),
                    [
                        .. months.Select(month =>
                            byPerson[person]
                                .Where(one => one.Key.ReceivedOn >= month && one.Key.ReceivedOn < month.AddMonths(1))
                                .Sum(one => one.Count)
                        ),
                    ]
                )),
        ];
    }

    private async Task NoteLookAsync(Viewer viewer, Guid? member, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        write.Record("patterns-read", new JsonObject { ["about"] = member is { } one ? tokens.Person(one, ContentClass.Sealed) : null });
        await write.CommitAsync(cancellationToken);
    }

    private static double Median(List<double> numbers)
    {
        if (numbers.Count == 0)
        {
            return 0;
        }

        numbers.Sort();
        return (numbers[(numbers.Count - 1) / 2] + numbers[numbers.Count / 2]) / 2;
    }
}
