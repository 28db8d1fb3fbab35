using Comity.Service.Notifications;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Content;

/// <summary>
/// After a change of the council key: wraps again, under the current one, every key and address that an older council key still holds. No content is
/// touched. It may be cut short at any moment and goes on where it stopped; a row that somebody changed meanwhile is left as they made it.
/// </summary>
public sealed class RewrapKeys(ComityDb db, CouncilKeyRing keys)
{
    private const int AtATime = 500;

    /// <returns>How many rows were wrapped again.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        // With one key in the folder there is nothing that another could hold.
        if (keys.All.Count == 1)
        {
            return 0;
        }

        return await KeysOfMattersAsync(cancellationToken)
            + await StoredKeysAsync(cancellationToken)
            + await AddressesAsync(cancellationToken);
    }

    private async Task<int> KeysOfMattersAsync(CancellationToken cancellationToken)
    {
        var (count, current, last) = (0, keys.Current.Id, Guid.Empty);
        while (true)
        {
            var rows = await db
                .MatterKeys.AsNoTracking()
                .Where(row => row.CouncilKeyId != current && row.MatterId > last)
                .OrderBy(row => row.MatterId)
                .Take(AtATime)
                .ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                return count;
            }

            last = rows[^1].MatterId;
            foreach (var row in rows)
            {
                var wrapped = keys.Rewrap(new WrappedContentKey(row.MatterId, row.CouncilKeyId, row.WrappedKey));
                var (id, bytes) = (wrapped.CouncilKeyId, wrapped.Wrapped.ToArray());
                count += await db
                    .MatterKeys.Where(key => key.MatterId == row.MatterId && key.CouncilKeyId == row.CouncilKeyId)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(key => key.CouncilKeyId, id).SetProperty(key => key.WrappedKey, bytes),
                        cancellationToken
                    );
            }
        }
    }

    private async Task<int> StoredKeysAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var row in await db.StoredKeys.AsNoTracking().ToListAsync(cancellationToken))
        {
            if (Resealed(row.Purpose, row.Sealed) is { } box)
            {
                count += await db
                    .StoredKeys.Where(key => key.Id == row.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(key => key.Sealed, box), cancellationToken);
            }
        }

        return count;
    }

    private async Task<int> AddressesAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        var waiting = await db
            .Outbox.AsNoTracking()
            .Where(mail => mail.SealedAddress != null)
            .Select(mail => new { mail.Id, mail.SealedAddress })
            .ToListAsync(cancellationToken);
        foreach (var mail in waiting)
        {
            if (Resealed(Notices.SealedAddressPurpose, mail.SealedAddress!) is { } box)
            {
                count += await db
                    .Outbox.Where(row => row.Id == mail.Id && row.SealedAddress != null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.SealedAddress, box), cancellationToken);
            }
        }

        return count;
    }

    /// <summary>Null where the current key sealed it already.</summary>
    private byte[]? Resealed(string purpose, byte[] box)
    {
        try
        {
            _ = keys.Current.Open(purpose, box);
            return null;
        }
        catch (SealedContentException e) when (e.Failure == SealedFailure.WrongKey)
        {
            return keys.Current.Seal(purpose, keys.Open(purpose, box));
        }
    }
}
