using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Service.WardInformation;
using Comity.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.WardInformation;

/// <summary>The news that somebody may see: as one who was told, or as one of those who told it.</summary>
public sealed class NewsList(ComityDb db, ViewerTokens tokens, CurrentViewer current)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<NewsShown>> ReadAsync(string place, bool all, CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        var (held, own) = (viewer.Tokens, tokens.Person(viewer.PersonId, ContentClass.Indexed));
        var today = current.Today;
        var rows = await (
            from matter in db.Matters.AsNoTracking().VisibleTo(db, viewer, current.Now)
            join news in db.News.AsNoTracking() on matter.Id equals news.Id
            where
                (all || news.CurrentUntil >= today)
                && (
                    place != News.Told
                    || db.MatterParties.Any(party => party.MatterId == matter.Id && party.Place == place && held.Contains(party.Token))
                )
            let last = db.NewsVersions.Where(version => version.NewsId == news.Id).OrderByDescending(version => version.Number).First()
            orderby last.WrittenAt descending, matter.Id
            select new
            {
                matter.Id,
                matter.Reference,
                news.Kind,
                news.Invites,
                news.CurrentUntil,
                last.Title,
                last.Number,
                last.WrittenAt,
                last.HappensOn,
                last.HappensAt,
                Told = db.MatterParties.Count(party => party.MatterId == matter.Id && party.Place == News.Told),
            }
        )
            .Take(Most)
            .ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Id);
        var reads = (
            await db
                .ReadEntries.AsNoTracking()
                .Where(read => ids.Contains(read.MatterId) && read.Part == Parts.Content)
                .Select(read => new
                {
                    read.MatterId,
                    read.ViewerToken,
                    read.At,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(read => read.MatterId);
        return
        [
            .. rows.Select(row => new NewsShown(
                row.Reference,
                row.Kind,
                row.Title,
                row.WrittenAt,
                row.HappensOn,
                row.HappensAt,
                row.Invites,
                row.CurrentUntil >= today,
                reads[row.Id].Any(read => read.ViewerToken == own && read.At >= row.WrittenAt) ? null
                    : row.Number > 1 ? "Corrected"
                    : "New",
                row.Told,
                reads[row.Id].Where(read => read.At >= row.WrittenAt).Select(read => read.ViewerToken).Distinct().Count()
            )),
        ];
    }
}
