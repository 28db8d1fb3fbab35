using System.Security.Claims;

namespace Comity.Web.SignIn;

/// <summary>What the session cookie says: who, by which account, how and since when. Everything else is read afresh for each request.</summary>
public static class Session
{
    public const string Scheme = "session";
    public const string ByDemonstration = "demonstration";
    public const string ByPassword = "password";
    public const string ByPasskey = "passkey";

    private const string Person = "person";
    private const string Account = "account";
    private const string Stamp = "stamp";
    private const string How = "how";

    public static ClaimsPrincipal ForDemonstration(Guid personId) =>
        Of([new Claim(Person, $"{personId:N}"), new Claim(How, ByDemonstration)]);

    public static ClaimsPrincipal ForAccount(Guid personId, Guid accountId, string stamp, string how) =>
        Of([new Claim(Person, $"{personId:N}"), new Claim(Account, $"{accountId:N}"), new Claim(Stamp, stamp), new Claim(How, how)]);

    public static Guid? PersonOf(ClaimsPrincipal principal) => Id(principal, Person);

    public static Guid? AccountOf(ClaimsPrincipal principal) => Id(principal, Account);

    public static string? StampOf(ClaimsPrincipal principal) => Find(principal, Stamp);

    public static string? HowOf(ClaimsPrincipal principal) => Find(principal, How);

    private static ClaimsPrincipal Of(IEnumerable<Claim> claims) => new(new ClaimsIdentity(claims, Scheme, Person, roleType: null));

    private static Guid? Id(ClaimsPrincipal principal, string type) =>
        Guid.TryParseExact(Find(principal, type), "N", out var id) ? id : null;

    private static string? Find(ClaimsPrincipal principal, string type)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.FindFirst(type)?.Value;
    }
}
