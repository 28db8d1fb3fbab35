using Comity.Service.Figures;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns;

/// <summary>
/// Numbers of concerns, of one council year that has ended and never of another period: whoever looked twice could otherwise take one number from the other. What is
/// counted was settled in the year and changes no more. It names nobody, and a number by which somebody could be recognised is not in it.
/// </summary>
public sealed class ConcernFigures(ComityDb db, ConcernCourses courses, CouncilOnDate council, Library library, TimeProvider clock)
{
    /// <summary>How many years back can be asked for.</summary>
    public const int Years = 6;

    public const string Settled = "Settled between the two sides";
    public const string Found = "A view, and a clause was not kept";
    public const string NotFound = "A view, and no clause was found not to be kept";
    public const string Nothing = "Nothing in it to look into";

    public const string MemberAboutOfficer = "A member about an officer";
    public const string OfficerAboutMember = "An officer about a member";
    public const string OtherPair = "Between members, between officers, or from outside";

    private static readonly string[] Pairs = [MemberAboutOfficer, OfficerAboutMember, OtherPair];

    private static readonly string[] Ends = [Settled, Found, NotFound, Nothing];

    /// <param name="firstDay">1 April of a council year.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no council year, or one that has not ended.</exception>
    public async Task<ConcernsCounted> ReadAsync(DateOnly firstDay, CancellationToken cancellationToken)
    {
        var lastDay = firstDay.AddYears(1).AddDays(-1);
        if (!CouncilYear.IsOne(firstDay, lastDay) || lastDay >= clock.Today())
        {
            throw new ArgumentOutOfRangeException(nameof(firstDay), firstDay, "Concerns are counted by council years that have ended.");
        }

        var (pairs, acts, ends) = (Empty(Pairs), Empty(ConcernAct.All.Select(act => act.Label)), Empty(Ends));
        var clauses = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = 0;
        var ids = await db
            .Matters.AsNoTracking()
            .Where(matter => matter.Kind == Concern.MatterKind && matter.ReceivedOn <= lastDay)
            .Select(matter => matter.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            var course = await courses.ReadAsync(id, cancellationToken);
            if (course.RaisedOn >= firstDay)
            {
                all++;
                pairs[await PairAsync(course, cancellationToken)]++;
                acts[ConcernAct.Find(course.Act)!.Label]++;
                foreach (var clause in await ClausesAsync(course, cancellationToken))
                {
                    clauses[clause] = clauses.GetValueOrDefault(clause) + 1;
                }
            }

            // Of a concern that was looked at again, what stood when the year ended.
            var within = course.Outcomes.Where(outcome => LondonTime.DateOf(outcome.At) is var on && on >= firstDay && on <= lastDay);
            if (within.LastOrDefault() is { } outcome)
            {
                ends[EndOf(outcome)]++;
            }
        }

        return new ConcernsCounted(firstDay, lastDay)
        {
            All = all,
            Ended = ends.Values.Sum(),
            ByPair = Kept(pairs, Pairs),
            ByAct = Kept(acts, ConcernAct.All.Select(act => act.Label)),
            ByOutcome = Kept(ends, Ends),

            // A clause that stands here with "fewer than 5" would tell that it was given at all.
            ByClause =
            [
                .. clauses
                    .Where(one => one.Value >= SmallNumbers.Fewest)
                    .OrderByDescending(one => one.Value)
                    .ThenBy(one => one.Key, StringComparer.Ordinal)
                    .Select(one => new ConcernsCounted.Line($"Clause {one.Key}", one.Value)),
            ],
        };
    }

    private static Dictionary<string, int> Empty(IEnumerable<string> names) =>
        names.ToDictionary(name => name, _ => 0, StringComparer.Ordinal);

    private static string EndOf(ConcernOutcome outcome) =>
        outcome.Kind switch
        {
            OutcomeKind.Settled => Settled,
            OutcomeKind.NothingToFind => Nothing,
            _ => outcome.Found.Values.Contains(Findings.Found) ? Found : NotFound,
        };

    private static IReadOnlyList<ConcernsCounted.Line> Kept(Dictionary<string, int> counted, IEnumerable<string> order)
    {
        List<string> names = [.. order];
        if (counted.Values.Sum() < SmallNumbers.Fewest)
        {
            return [];
        }

        // With nothing left to say, which of them is small would still be said.
        var said = SmallNumbers.Of([.. names.Select(name => counted[name])]);
        return said.All(one => one != Said.Number)
            ? []
            : [.. names.Select((name, place) => new ConcernsCounted.Line(name, counted[name]) { Said = said[place] })];
    }

    private async Task<string> PairAsync(ConcernCourse course, CancellationToken cancellationToken)
    {
        var register = await council.RegisterAsync(course.RaisedOn, cancellationToken);
        var vocabulary = (await library.OnAsync(course.RaisedOn, cancellationToken)).Vocabulary;
        return (course.RaisedBy is { } raiser ? IsMember(raiser) : null, IsMember(course.About)) switch
        {
            (true, false) => MemberAboutOfficer,
            (false, true) => OfficerAboutMember,
            _ => OtherPair,
        };

        bool? IsMember(Guid person) =>
            RolesOnDay.Of(register, vocabulary, person, course.RaisedOn).Any(role => vocabulary.RoleIs(role, RolesOnDay.Member));
    }

    private async Task<IEnumerable<string>> ClausesAsync(ConcernCourse course, CancellationToken cancellationToken)
    {
        if (course.Grounds.Count == 0)
        {
            return [];
        }

        var read = await library.OnAsync(course.RaisedOn, cancellationToken);
        var register = await council.RegisterAsync(course.RaisedOn, cancellationToken);
        return ConcernGrounds
            .Under(read, RolesOnDay.Of(register, read.Vocabulary, course.About, course.RaisedOn))
            .Where(ground => course.Grounds.Contains(ground.Norm))
            .Select(ground => ground.Clause)
            .Distinct(StringComparer.Ordinal);
    }
}
