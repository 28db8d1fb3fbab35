using Comity.Service.Accounts;
using Comity.Service.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.SignIn;

/// <summary>The few minutes between the right password and the code.</summary>
public sealed class SecondStep(IHttpContextAccessor accessor, ComityDb db, Credentials credentials)
{
    public const string Scheme = "second-step";
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Whose password was right just now; null when nobody's, or when the account has changed since.</summary>
    public async Task<Account?> AccountAsync(CancellationToken cancellationToken)
    {
        var result = await accessor.HttpContext!.AuthenticateAsync(Scheme);
        if (!result.Succeeded || Session.AccountOf(result.Principal) is not { } id)
        {
            return null;
        }

        var stamp = Session.StampOf(result.Principal);
        var account = await db
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == id && known.ClosedAt == null && known.SecurityStamp == stamp, cancellationToken);
        return account is null || credentials.IsLocked(account) ? null : account;
    }
}
