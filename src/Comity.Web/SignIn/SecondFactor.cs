using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Comity.Service.Accounts;
using Comity.Service.Content;
using Comity.Service.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.SignIn;

/// <summary>
/// The authenticator app of an account and its recovery codes. The app's secret is sealed under the council key; of a recovery code only a hash is kept.
/// </summary>
public sealed class SecondFactor(ComityDb db, CouncilKeyRing keys, TimeProvider clock)
{
    public const int Codes = 10;
    private const string Provider = "comity";
    private const string SecretName = "authenticator";
    private const string LastStepName = "authenticator-last-step";
    private const string CodesName = "recovery-codes";

    // Without letters and digits that look alike.
    private const string CodeAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(Totp.SecretBytes);

    public Task<bool> IsOnAsync(Guid accountId, CancellationToken cancellationToken) =>
        Named(accountId, SecretName).AnyAsync(cancellationToken);

    /// <summary>True when it is the app's code of this moment and was not used before.</summary>
    public async Task<bool> RedeemAsync(Guid accountId, string code, CancellationToken cancellationToken)
    {
        if (await Named(accountId, SecretName).SingleOrDefaultAsync(cancellationToken) is not { Value: { } sealedSecret })
        {
            return false;
        }

        var last = await Named(accountId, LastStepName).SingleAsync(cancellationToken);
        var known = long.Parse(last.Value!, CultureInfo.InvariantCulture);
        var secret = keys.Open(SecretPurpose(accountId), Convert.FromBase64String(sealedSecret));
        return Totp.Match(secret, code, clock.GetUtcNow(), known) is { } step
            && await SpendAsync(accountId, last.Value!, step, cancellationToken);
    }

    /// <summary>Turns the app on, once it has shown one right code. Returns the recovery codes, which are shown once and never again.</summary>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Account account, byte[] secret, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (Totp.Match(secret, code, clock.GetUtcNow(), lastUsed: 0) is not { } step)
        {
            return null;
        }

        await SetAsync(
            account.Id,
            SecretName,
            Convert.ToBase64String(keys.Current.Seal(SecretPurpose(account.Id), secret)),
            cancellationToken
        );
        await SetAsync(account.Id, LastStepName, step.ToString(CultureInfo.InvariantCulture), cancellationToken);
        account.TwoFactorEnabled = true;
        return await NewCodesAsync(account, cancellationToken);
    }

    public async Task TurnOffAsync(Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        db.UserTokens.RemoveRange(
            await db.UserTokens.Where(token => token.UserId == account.Id && token.LoginProvider == Provider).ToListAsync(cancellationToken)
        );
        account.TwoFactorEnabled = false;
    }

    public async Task<IReadOnlyList<string>> NewCodesAsync(Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        string[] codes =
        [
            .. Enumerable
                .Range(0, Codes)
                .Select(_ => RandomNumberGenerator.GetString(CodeAlphabet, 16))
                .Select(code => $"{code[..4]}-{code[4..8]}-{code[8..12]}-{code[12..]}"),
        ];
        await SetAsync(account.Id, CodesName, string.Join(' ', codes.Select(HashOf)), cancellationToken);
        return codes;
    }

    public async Task<int> CodesLeftAsync(Guid accountId, CancellationToken cancellationToken) =>
        await Named(accountId, CodesName).SingleOrDefaultAsync(cancellationToken) is { Value.Length: > 0 } row
            ? row.Value.Split(' ').Length
            : 0;

    /// <summary>True once for each code.</summary>
    public async Task<bool> RedeemRecoveryCodeAsync(Guid accountId, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (await Named(accountId, CodesName).SingleOrDefaultAsync(cancellationToken) is not { Value: { } known })
        {
            return false;
        }

        var hash = HashOf(code);
        var left = known
            .Split(' ')
            .Where(each => !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(each), Encoding.ASCII.GetBytes(hash)));
        var value = string.Join(' ', left);
        return value != known && await ReplaceAsync(accountId, CodesName, known, value, cancellationToken);
    }

    // 79 bits at random need no slow hash.
    private static string HashOf(string code) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant()))
        );

    private static string SecretPurpose(Guid accountId) => $"authenticator/{accountId:N}";

    private IQueryable<IdentityUserToken<Guid>> Named(Guid accountId, string name) =>
        db.UserTokens.AsNoTracking().Where(token => token.UserId == accountId && token.LoginProvider == Provider && token.Name == name);

    private Task<bool> SpendAsync(Guid accountId, string last, long step, CancellationToken cancellationToken) =>
        ReplaceAsync(accountId, LastStepName, last, step.ToString(CultureInfo.InvariantCulture), cancellationToken);

    // Only where the value is still the one that was read: of two requests with one code, one goes through.
    private async Task<bool> ReplaceAsync(Guid accountId, string name, string before, string after, CancellationToken cancellationToken) =>
        await db
            .UserTokens.Where(token =>
                token.UserId == accountId && token.LoginProvider == Provider && token.Name == name && token.Value == before
            )
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.Value, after), cancellationToken) == 1;

    private async Task SetAsync(Guid accountId, string name, string value, CancellationToken cancellationToken)
    {
        var row = await db.UserTokens.SingleOrDefaultAsync(
            token => token.UserId == accountId && token.LoginProvider == Provider && token.Name == name,
            cancellationToken
        );
        if (row is null)
        {
            db.UserTokens.Add(
                new IdentityUserToken<Guid>
                {
                    UserId = accountId,
                    LoginProvider = Provider,
                    Name = name,
                    Value = value,
                }
            );
        }
        else
        {
            row.Value = value;
        }
    }
}
