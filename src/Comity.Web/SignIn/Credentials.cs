using Comity.Service.Accounts;
using Comity.Service.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.SignIn;

/// <summary>Passwords and locks. Whether there is an account of that name, and whether it is locked, is never to be told from an answer or from how long it took.</summary>
public sealed class Credentials(
    ComityDb db,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normalizer,
    DecoyPassword decoy,
    TimeProvider clock
)
{
    private const int FailuresToLock = 10;
    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    /// <summary>The account that this email address and password open, or null. Every path reads one row and works one hash out.</summary>
    public async Task<Account?> FindAsync(string email, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(email);
        var normalized = normalizer.NormalizeEmail(email.Trim());
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(known => known.NormalizedEmail == normalized, cancellationToken);
        var matches = Matches(account, password);
        return matches && account is { ClosedAt: null } && !IsLocked(account) ? account : null;
    }

    public bool Matches(Account? account, string password) =>
        hasher.VerifyHashedPassword(account ?? decoy.Account, account?.PasswordHash ?? decoy.Account.PasswordHash!, password)
            != PasswordVerificationResult.Failed
        && account?.PasswordHash is not null;

    public bool IsLocked(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.LockoutEnd is { } end && end > clock.GetUtcNow();
    }

    /// <summary>Counts a wrong password or code. It is called after the answer, for names that nobody has too.</summary>
    public async Task CountFailureAsync(string email, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(email);
        var normalized = normalizer.NormalizeEmail(email.Trim());
        if (await db.Users.SingleOrDefaultAsync(known => known.NormalizedEmail == normalized, cancellationToken) is not { } account)
        {
            return;
        }

        account.AccessFailedCount++;
        if (account.AccessFailedCount >= FailuresToLock)
        {
            account.AccessFailedCount = 0;
            account.LockoutEnd = clock.GetUtcNow() + Locked;
        }

        account.ConcurrencyStamp = NewStamp();
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task ForgetFailuresAsync(Guid accountId, CancellationToken cancellationToken) =>
        await db
            .Users.Where(account => account.Id == accountId && (account.AccessFailedCount > 0 || account.LockoutEnd != null))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(account => account.AccessFailedCount, 0)
                        .SetProperty(account => account.LockoutEnd, (DateTimeOffset?)null),
                cancellationToken
            );

    /// <summary>Sets the password and ends every session and every link that was made before.</summary>
    public void SetPassword(Account account, string password)
    {
        ArgumentNullException.ThrowIfNull(account);
        account.PasswordHash = hasher.HashPassword(account, password);
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        EndSessions(account);
    }

    /// <summary>Every cookie and link carries the stamp it was made under.</summary>
    public void EndSessions(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        account.SecurityStamp = NewStamp();
        account.ConcurrencyStamp = NewStamp();
    }

    internal static string NewStamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
}
