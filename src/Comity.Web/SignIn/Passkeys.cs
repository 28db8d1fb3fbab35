using System.Text;
using Comity.Service.Accounts;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Comity.Web.SignIn;

/// <summary>
/// Passkeys by ASP.NET Core Identity (Web Authentication level 3). The challenge waits in a protected cookie of the same browser for five minutes and is
/// good for one answer. A passkey is asked to check its owner (finger, face, PIN), so that it stands for both factors.
/// </summary>
public sealed class Passkeys(
    IPasskeyHandler<Account> handler,
    UserManager<Account> accounts,
    IDataProtectionProvider protection,
    IHttpContextAccessor accessor,
    ThisCouncil council,
    Settings settings,
    TimeProvider clock
)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    private readonly IDataProtector _protector = protection.CreateProtector("passkey-challenge");

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Passkeys are used in a request.");

    public async Task<string> AskToSignInAsync()
    {
        // For nobody in particular: a list of an account's passkeys would say that the account exists.
        var options = await handler.MakeRequestOptionsAsync(null, Context);
        Keep("sign-in", options.AssertionState);
        return options.RequestOptionsJson;
    }

    /// <summary>Whose passkey it is; null when it is not one of ours or the answer does not fit the question.</summary>
    public async Task<Account?> AnswerToSignInAsync(string? credential)
    {
        if (Take("sign-in") is not { } state || string.IsNullOrEmpty(credential))
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = Context,
                CredentialJson = credential,
                AssertionState = state,
            }
        );
        if (!result.Succeeded || result.User.ClosedAt is not null)
        {
            return null;
        }

        // The counter goes up with each use, so that a copied key gives itself away.
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    public async Task<string> AskToAddAsync(Account account, string displayName)
    {
        ArgumentNullException.ThrowIfNull(account);
        var options = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id.ToString(),
                Name = account.Email ?? displayName,
                DisplayName = displayName,
            },
            Context
        );
        Keep("add", options.AttestationState);
        return options.CreationOptionsJson;
    }

    /// <summary>True when the passkey was added to the account.</summary>
    public async Task<bool> AddAsync(Account account, string? credential, string name)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (Take("add") is not { } state || string.IsNullOrEmpty(credential))
        {
            return false;
        }

        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = Context,
                CredentialJson = credential,
                AttestationState = state,
            }
        );
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString())
        {
            return false;
        }

        var made = result.Passkey;
        var passkey = new UserPasskeyInfo(
            made.CredentialId,
            made.PublicKey,
            clock.GetUtcNow(),
            made.SignCount,
            made.Transports,
            made.IsUserVerified,
            made.IsBackupEligible,
            made.IsBackedUp,
            made.AttestationObject,
            made.ClientDataJson
        )
        {
            Name = name,
        };
        return (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded;
    }

    private void Keep(string purpose, string? state)
    {
        var until = clock.GetUtcNow() + Lasts;
        var text = $"{purpose}\n{until.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n{state}";
        Cookies().Append(CookieName, Convert.ToBase64String(_protector.Protect(Encoding.UTF8.GetBytes(text))), Options());
    }

    private string? Take(string purpose)
    {
        if (Context.Request.Cookies[CookieName] is not { } cookie)
        {
            return null;
        }

        Cookies().Delete(CookieName, Options());
        try
        {
            var parts = Encoding.UTF8.GetString(_protector.Unprotect(Convert.FromBase64String(cookie))).Split('\n', 3);
            var isLive = long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks;
            return parts[0] == purpose && isLive ? parts[2] : null;
        }
        catch (Exception exception) when (exception is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private string CookieName => Builder().Name!;

    private CookieOptions Options() => Builder().Build(Context);

    private CookieBuilder Builder()
    {
        var builder = new CookieBuilder();
        builder.Protect(council, settings, "passkey");
        builder.SameSite = SameSiteMode.Strict;
        return builder;
    }

    private IResponseCookies Cookies() => Context.Response.Cookies;
}
