using Comity.Testing;

namespace Comity.Web.Tests.Walls;

/// <summary>
/// Who may open what of a matter: the one place where it is written down for the walk. Everybody else must get what a reference that was never
/// given out gives. A page about a matter that is not in the list fails the walk: say here who may see it.
/// </summary>
internal static class WallMatrix
{
    private const Onlooker Readers = Onlooker.Asker | Onlooker.Owner | Onlooker.ManagerAfter;
    private const Onlooker Officers = Onlooker.Owner | Onlooker.ManagerAfter;

    public static IReadOnlyDictionary<string, Onlooker> OfAMatter { get; } =
        new Dictionary<string, Onlooker>(StringComparer.Ordinal)
        {
            ["enquiries/{reference}"] = Readers,
            ["enquiries/{reference}/files/{id:guid}"] = Readers,
            ["enquiries/{reference}/why"] = Readers,
            ["enquiries/{reference}/decisions"] = Readers,
            ["enquiries/{reference}/record"] = Readers,
            ["enquiries/{reference}/resident"] = Onlooker.Asker | Onlooker.Owner,
            ["enquiries/{reference}/reply"] = Onlooker.Owner,
            ["enquiries/{reference}/acknowledge"] = Onlooker.Owner,
            ["enquiries/{reference}/delay"] = Onlooker.Owner,
            ["enquiries/{reference}/progress"] = Onlooker.Owner,
            ["enquiries/{reference}/pause"] = Onlooker.Owner,
            ["enquiries/{reference}/extend"] = Onlooker.Owner,
            ["enquiries/{reference}/unanswered"] = Onlooker.Owner,
            ["enquiries/{reference}/reassign"] = Officers,
            ["enquiries/{reference}/note"] = Officers,
            ["enquiries/{reference}/answer"] = Onlooker.Asker,
            ["enquiries/{reference}/follow-up"] = Onlooker.Asker,
            ["enquiries/{reference}/rate"] = Onlooker.Asker,
            ["enquiries/{reference}/close"] = Onlooker.Asker,
            ["ask/{draft:guid}/rule"] = Onlooker.Asker,
            ["ask/{draft:guid}/details"] = Onlooker.Asker,
            ["ask/{draft:guid}/resident"] = Onlooker.Asker,
            ["ask/{draft:guid}/check"] = Onlooker.Asker,
        };

    /// <summary>Forms that name one thing of the matter: an empty one finds nothing, for those who may send it too.</summary>
    public static IReadOnlySet<string> NamesOneThing { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "enquiries/{reference}/decisions" };

    /// <summary>
    /// Pages that say how long the record is: they move with every act of anybody, and so cannot be the same before and after. That nothing of
    /// a matter stands on them is looked for like everywhere.
    /// </summary>
    public static IReadOnlySet<string> MovesWithTheRecord { get; } = new HashSet<string>(StringComparer.Ordinal) { "record" };

    public static Guid? PersonOf(Onlooker onlooker, TestPeople people) =>
        onlooker switch
        {
            Onlooker.Asker => people.Member,
            Onlooker.Owner => people.Officer,
            Onlooker.OtherService => people.HousingOfficer,
            Onlooker.SameWard => people.SameWardMember,
            Onlooker.OtherGroup => people.OtherGroupMember,
            Onlooker.Former => people.FormerMember,
            Onlooker.ManagerBefore or Onlooker.ManagerAfter => people.Manager,
            Onlooker.Clerk => people.Clerk,
            Onlooker.MonitoringOfficer => people.MonitoringOfficer,
            _ => null,
        };
}
