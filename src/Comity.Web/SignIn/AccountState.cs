using Comity.Service.Accounts;

namespace Comity.Web.SignIn;

/// <summary>How an account stands, in a word for the clerk.</summary>
public static class AccountState
{
    public static string Of(Account? account, DateTimeOffset now) =>
        account switch
        {
            null => "None",
            { ClosedAt: not null } => "Closed",
            { PasswordHash: null } => "Invited",
            { LockoutEnd: { } end } when end > now => "Locked for now",
            _ => "In use",
        };
}
