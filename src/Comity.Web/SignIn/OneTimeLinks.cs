using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Comity.Service.Accounts;
using Comity.Service.Notifications;
using Comity.Service.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.SignIn;

/// <summary>
/// A link by which somebody without a password sets one. It holds the account's security stamp: once the password is set the stamp is another,
/// and the link opens nothing. Nothing about it is stored.
/// </summary>
public sealed class OneTimeLinks(IDataProtectionProvider protection, SiteAddress site, TimeProvider clock)
{
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan ForgottenLasts = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = protection.CreateProtector("one-time-link");

    public Uri Make(Account account, LinkKind kind)
    {
        ArgumentNullException.ThrowIfNull(account);
        var until = clock.GetUtcNow() + (kind == LinkKind.Invitation ? InvitationLasts : ForgottenLasts);
        var stamp = Encoding.UTF8.GetBytes(account.SecurityStamp ?? "");
        var plain = new byte[1 + 16 + 8 + stamp.Length];
        plain[0] = (byte)kind;
        _ = account.Id.TryWriteBytes(plain.AsSpan(1));
        BinaryPrimitives.WriteInt64BigEndian(plain.AsSpan(17), until.UtcTicks);
        stamp.CopyTo(plain.AsSpan(25));
        var code = WebEncoders.Base64UrlEncode(_protector.Protect(plain));
        return site.For($"/choose-password?code={code}");
    }

    /// <summary>The account for which the link was made; null when it is none of ours, too old, or used.</summary>
    public async Task<Account?> OpenAsync(ComityDb db, string? code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        byte[] plain;
        try
        {
            plain = _protector.Unprotect(WebEncoders.Base64UrlDecode(code ?? ""));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }

        if (plain.Length < 25 || BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(17)) <= clock.GetUtcNow().UtcTicks)
        {
            return null;
        }

        var id = new Guid(plain.AsSpan(1, 16));
        var stamp = Encoding.UTF8.GetString(plain.AsSpan(25));
        return await db.Users.SingleOrDefaultAsync(
            account => account.Id == id && account.ClosedAt == null && account.SecurityStamp == stamp,
            cancellationToken
        );
    }
}

public enum LinkKind : byte
{
    Invitation = 1,
    Forgotten = 2,
}
