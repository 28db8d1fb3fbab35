using System.Security.Cryptography;
using Comity.Service.Content;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>
/// The key under which viewer tokens of sealed matters are worked out. It must stay the same for as long as the council's matters do, so it is
/// drawn once, and kept in the database sealed under the council key: a new council key re-seals it and changes no token.
/// </summary>
public static class ViewerTokenKey
{
    /// <summary>The name of its row among the stored keys.</summary>
    public const string Name = "viewer-tokens";

    private const int KeyBytes = 32;

    /// <summary>Reads the council's key, or draws it the first time.</summary>
    public static async Task<ViewerTokens> OpenAsync(ComityDb db, CouncilKeyRing keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(keys);
        if (await ReadAsync(db, keys, cancellationToken) is { } known)
        {
            return known;
        }

        // The council's id as the row's id: two processes that start at once cannot both draw one.
        var drawn = new StoredKey
        {
            Id = keys.CouncilId,
            Name = Name,
            Sealed = keys.Current.Seal(Name, RandomNumberGenerator.GetBytes(KeyBytes)),
        };
        db.StoredKeys.Add(drawn);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.Entry(drawn).State = EntityState.Detached;
        }

        return await ReadAsync(db, keys, cancellationToken)
            ?? throw new InvalidOperationException("The key of the viewer tokens could not be stored.");
    }

    private static async Task<ViewerTokens?> ReadAsync(ComityDb db, CouncilKeyRing keys, CancellationToken cancellationToken)
    {
        var row = await db.StoredKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == keys.CouncilId, cancellationToken);
        return row is null ? null : new ViewerTokens(keys.Open(Name, row.Sealed));
    }
}
