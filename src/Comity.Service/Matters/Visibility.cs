using Comity.Service.Storage;

namespace Comity.Service.Matters;

/// <summary>The wall. Every list, count, search, feed, email and page starts from one of these, before it ranks, counts or limits.</summary>
public static class Visibility
{
    /// <summary>The matters of which the viewer may know that they exist, at the instant.</summary>
    public static IQueryable<Matter> VisibleTo(this IQueryable<Matter> matters, ComityDb db, Viewer viewer, DateTime at) =>
        matters.Where(matter =>
            db.Grants.Any(grant =>
                grant.MatterId == matter.Id
                && grant.Part == Parts.Matter
                && viewer.Tokens.Contains(grant.Token)
                && grant.From <= at
                && (grant.Until == null || grant.Until > at)
            )
        );

    /// <summary>The matters of which the viewer was shown who has opened what; that alone, and nothing of the matter.</summary>
    public static IQueryable<Matter> ReadsShownTo(this IQueryable<Matter> matters, ComityDb db, Viewer viewer, DateTime at) =>
        matters.Where(matter =>
            db.Grants.Any(grant =>
                grant.MatterId == matter.Id
                && grant.Part == Parts.Reads
                && viewer.Tokens.Contains(grant.Token)
                && grant.From <= at
                && (grant.Until == null || grant.Until > at)
            )
        );

    /// <summary>The grants that the viewer holds on one matter, at the instant; empty means that for this viewer there is no such matter.</summary>
    public static IQueryable<Grant> HeldBy(this IQueryable<Grant> grants, Guid matterId, Viewer viewer, DateTime at) =>
        grants.Where(grant =>
            grant.MatterId == matterId
            && viewer.Tokens.Contains(grant.Token)
            && grant.From <= at
            && (grant.Until == null || grant.Until > at)
        );
}
