using Comity.Service.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Comity.Web.SignIn;

/// <summary>The account that stands in for one that does not exist: its hash costs as much to check, and its password is known to nobody.</summary>
public sealed class DecoyPassword
{
    public DecoyPassword(IServiceScopeFactory scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        using var scope = scopes.CreateScope();
        Account = new Account();
        Account.PasswordHash = scope
            .ServiceProvider.GetRequiredService<IPasswordHasher<Account>>()
            .HashPassword(Account, Credentials.NewStamp());
    }

    public Account Account { get; }
}
