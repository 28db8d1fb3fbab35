using Comity.Service.Accounts;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.SignIn;

/// <summary>
/// The signed-in person's own account. Whatever changes how one signs in asks for the password again: a browser left open must not be enough to take an
/// account over.
/// </summary>
public sealed class OwnAccount(IHttpContextAccessor accessor, ComityDb db, Credentials credentials, AttemptLimits limits, AfterAnswer after)
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("An account is one's own in a request.");

    public async Task<Account> GetAsync(CancellationToken cancellationToken) =>
        Session.AccountOf(Context.User) is { } id
        && await db.Users.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is { } account
            ? account
            : throw new NotFoundException();

    /// <summary>What is wrong with the password typed, in words; null when it is right.</summary>
    public async Task<string?> FaultAsync(Account account, string? password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (string.IsNullOrEmpty(password))
        {
            return "Enter your password";
        }

        if (!limits.TryBegin(Context, account.Email!))
        {
            return "Too many tries. Wait a quarter of an hour, then try again";
        }

        if (password.Length <= PasswordRules.Longest && credentials.Matches(account, password))
        {
            limits.Succeeded(account.Email!);
            return null;
        }

        var email = account.Email!;
        await after.PostAsync(
            (services, stop) => services.GetRequiredService<Credentials>().CountFailureAsync(email, stop),
            cancellationToken
        );
        return "The password is wrong";
    }
}
