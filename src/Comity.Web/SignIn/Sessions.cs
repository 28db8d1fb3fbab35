using Comity.Service.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace Comity.Web.SignIn;

/// <summary>Begins and ends a session, and carries somebody from the right password to the code.</summary>
public sealed class Sessions(IHttpContextAccessor accessor, Credentials credentials, AttemptLimits limits)
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Sessions begin and end in a request.");

    public async Task BeginAsync(Account account, string how, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        await credentials.ForgetFailuresAsync(account.Id, cancellationToken);
        limits.Succeeded(account.Email ?? "");
        await Context.SignOutAsync(SecondStep.Scheme);
        await Context.SignInAsync(Session.Scheme, Session.ForAccount(account.PersonId, account.Id, account.SecurityStamp ?? "", how));
    }

    public Task BeginSecondStepAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Context.SignInAsync(
            SecondStep.Scheme,
            Session.ForAccount(account.PersonId, account.Id, account.SecurityStamp ?? "", Session.ByPassword)
        );
    }

    public Task EndAsync() => Context.SignOutAsync(Session.Scheme);
}
