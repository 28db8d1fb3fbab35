using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.WardInformation;

/// <summary>Whoever comes to a ward or to a portfolio later is told what is still current there.</summary>
public sealed class TellLaterMembers(ComityDb db, CouncilWrites writes, NewsRules rules, NewsReach reach, TimeProvider clock)
{
    /// <returns>How many were told something.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var told = 0;
        foreach (var news in await CurrentAsync(today, cancellationToken))
        {
            if (await MissingAsync(news, today, cancellationToken) is { Count: > 0 })
            {
                told += await TellAsync(news, cancellationToken);
            }
        }

        return told;
    }

    private Task<List<News>> CurrentAsync(DateOnly today, CancellationToken cancellationToken) =>
        db.News.AsNoTracking().Include(one => one.Wards).Where(one => one.CurrentUntil >= today).ToListAsync(cancellationToken);

    private async Task<int> TellAsync(News news, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        var missing = await MissingAsync(news, write.Today, cancellationToken);
        var matter = await db.Matters.SingleAsync(row => row.Id == news.Id, cancellationToken);
        await reach.TellAsync(write, matter, news, missing, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return missing.Count;
    }

    private async Task<IReadOnlyList<NewsRecipient>> MissingAsync(News news, DateOnly on, CancellationToken cancellationToken)
    {
        var answer = await rules.AskAsync(
            NewsKind.Find(news.Kind) ?? NewsKind.All[^1],
            news.PortfolioOfficeId is not null,
            news.Invites,
            on,
            cancellationToken
        );
        var due = await rules.RecipientsAsync(news, [.. news.Wards.Select(ward => ward.WardId)], answer, on, cancellationToken);
        var have = await db
            .MatterParties.AsNoTracking()
            .Where(party => party.MatterId == news.Id && party.Place == News.Told)
            .Select(party => party.PersonId)
            .ToListAsync(cancellationToken);
        return [.. due.Where(one => !have.Contains(one.Office.PersonId))];
    }
}
