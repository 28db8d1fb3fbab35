using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Advising;

/// <summary>The advice in a matter, and how somebody who may see the matter stands to it.</summary>
public sealed class AdviceInMatter(ComityDb db, ViewerTokens tokens, MatterParties parties)
{
    /// <summary>Whether advice is what the matter is for.</summary>
    public static bool IsFor(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return matter.Kind == PieceOfAdvice.MatterKind || matter.Kind == EnquiryKind.Advice.Key;
    }

    /// <summary>A member of those who may read the advice.</summary>
    public static bool IsReader(Standing standing, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(viewer);
        return IsFor(standing.Matter) && standing.MaySee(Parts.Content) && viewer.Holds("member");
    }

    /// <summary>Whoever has it to answer, or has given it, of a matter that is not closed to further advice.</summary>
    public static bool IsAdviser(Standing standing, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(viewer);
        return IsFor(standing.Matter)
            && AdviceRules.MayAdvise(viewer)
            && (
                standing.IsOwner
                || standing.Parties.Any(party => party.Place == PieceOfAdvice.GivenBy && viewer.Tokens.Contains(party.Token))
            );
    }

    /// <summary>All advice in it, the first first, with versions and remarks.</summary>
    public Task<List<PieceOfAdvice>> AllAsync(Guid matterId, CancellationToken cancellationToken) =>
        db
            .PiecesOfAdvice.AsNoTracking()
            .AsSplitQuery()
            .Include(advice => advice.Versions.OrderBy(version => version.Number))
                .ThenInclude(version => version.Message)
            .Include(advice => advice.Remarks.OrderBy(remark => remark.Number))
            .Where(advice => advice.MatterId == matterId)
            .OrderBy(advice => advice.Number)
            .ToListAsync(cancellationToken);

    /// <summary>A piece of advice of the matter, to be added to; null where there is none of that number.</summary>
    public Task<PieceOfAdvice?> FindAsync(Guid matterId, int number, CancellationToken cancellationToken) =>
        db.PiecesOfAdvice.SingleOrDefaultAsync(one => one.MatterId == matterId && one.Number == number, cancellationToken);

    /// <summary>What the viewer wrote in the matter, to be added to, or null; and how many pieces of advice there are in it.</summary>
    public async Task<(PieceOfAdvice? Own, int All)> OwnAsync(Matter matter, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var all = await db
            .PiecesOfAdvice.Include(one => one.Versions)
            .Where(one => one.MatterId == matter.Id)
            .ToListAsync(cancellationToken);
        return (all.Find(one => IsAuthor(one, matter, viewer)), all.Count);
    }

    /// <summary>Whether somebody wrote it: nobody else adds a version.</summary>
    public bool IsAuthor(PieceOfAdvice advice, Matter matter, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(advice);
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(viewer);
        return advice.AuthorToken == TokenOf(viewer, matter);
    }

    public string TokenOf(Viewer viewer, Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return tokens.Person(viewer.PersonId, matter.Class);
    }

    /// <summary>Those to whom the advice was given, or whoever asked for it.</summary>
    public async Task<IReadOnlyList<Guid>> ReadersAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var (id, place) = (matter.Id, PieceOfAdvice.GivenTo);
        return matter.Kind == PieceOfAdvice.MatterKind
                ? await db
                    .MatterParties.AsNoTracking()
                    .Where(party => party.MatterId == id && party.Place == place && party.EndedAt == null && party.PersonId != null)
                    .Select(party => party.PersonId!.Value)
                    .ToListAsync(cancellationToken)
            : await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken) is { } asker ? [asker.PersonId]
            : [];
    }

    /// <summary>The contents of which a version is made.</summary>
    public static IEnumerable<Guid> ContentsOf(AdviceVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        Guid?[] all =
        [
            version.Message?.ContentId,
            version.AnalysisContentId,
            version.OptionsContentId,
            version.ViewsContentId,
            version.ChangedContentId,
        ];
        return all.OfType<Guid>();
    }
}
