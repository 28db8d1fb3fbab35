using System.Collections.Concurrent;

namespace Comity.Web.SignIn;

/// <summary>
/// How often somebody may try, by the address they come from and by the name they try. It counts names, not accounts: a name that nobody has
/// is stopped at the same try as one that somebody has. Kept in memory; the lock on the account itself is in the database.
/// </summary>
public sealed class AttemptLimits(TimeProvider clock)
{
    public const int PerName = 10;
    public const int PerAddress = 50;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // More keys than this at once is an attack by itself; then the oldest go.
    private const int MostKeys = 100_000;

    private readonly ConcurrentDictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    /// <summary>Counts a try before anything is looked up, so that tries sent at once are counted too. False: not now.</summary>
    public bool TryBegin(HttpContext context, string name)
    {
        ArgumentNullException.ThrowIfNull(context);

        // Both are counted, whether or not the first is spent already.
        return Count("a:" + AddressOf(context), PerAddress) & Count("n:" + KeyOf(name), PerName);
    }

    /// <summary>The same for what is tried without a name, counted apart from the sign-in.</summary>
    public bool TryBegin(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Count("o:" + AddressOf(context), PerAddress);
    }

    /// <summary>It was the right one: its tries are forgotten, the address's are not (one account of one's own would pay for tries at others).</summary>
    public void Succeeded(string name) => _tries.TryRemove("n:" + KeyOf(name), out _);

    // The upper-case form is the one under which accounts are looked up.
    private static string KeyOf(string name) => name.Trim().ToUpperInvariant();

    // One household or one attacker has a whole /64 of IPv6 (RFC 6177).
    private static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        return bytes.Length == 16 ? Convert.ToHexString(bytes.AsSpan(0, 8)) : address.ToString();
    }

    private bool Count(string key, int most)
    {
        var now = clock.GetUtcNow();
        if (_tries.Count >= MostKeys)
        {
            foreach (var old in _tries.Where(entry => now - entry.Value.Since >= Window).Select(entry => entry.Key).ToList())
            {
                _tries.TryRemove(old, out _);
            }
        }

        var tries = _tries.AddOrUpdate(
            key,
            static (_, at) => new Tries(at, 1),
            static (_, known, at) => at - known.Since >= Window ? new Tries(at, 1) : known with { Count = known.Count + 1 },
            now
        );
        return tries.Count <= most;
    }

    private sealed record Tries(DateTimeOffset Since, int Count);
}
