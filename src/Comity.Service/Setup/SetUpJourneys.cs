using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Setup;

/// <summary>
/// Keeps a first set-up under way. Only whoever read the one-time code on the console gets in, on this machine or from another; the code works
/// for one browser, and each start of the service prints another until the set-up is done.
/// </summary>
public sealed class SetUpJourneys(ComityDb db, TimeProvider clock)
{
    public const int WrongCodesAllowed = 10;

    // No I, L, O, U, 0 or 1: a code is read from one screen and typed on another.
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /// <summary>In whose name the first changes are made: nobody has an account yet.</summary>
    public static Viewer Acting { get; } = new(Guid.Empty, "First set-up", [], ["clerk"], []);

    /// <summary>A new code in the place of any before it, or null when the council is set up.</summary>
    public async Task<string?> IssueCodeAsync(CancellationToken ct = default)
    {
        if (await db.Councils.AnyAsync(council => council.SetUpComplete, ct))
        {
            return null;
        }

        var journey = await db.SetUpJourneys.SingleOrDefaultAsync(ct);
        if (journey is null)
        {
            journey = new SetUpJourney
            {
                Answers = JsonSerializer.Serialize(new SetUpAnswers()),
                StartedAt = RecordLeaf.ToMicroseconds(clock.GetUtcNow().UtcDateTime),
            };
            db.Add(journey);
        }

        var code = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
        journey.CodeHash = HashOf(Plain(code));
        journey.WrongCodes = 0;
        journey.Version++;
        await db.SaveChangesAsync(ct);
        return code;
    }

    /// <summary>Takes the code and gives the token that the browser carries from then on; null when it is wrong or there were too many.</summary>
    public async Task<string?> ClaimAsync(string? code, CancellationToken ct = default)
    {
        var journey = await db.SetUpJourneys.SingleOrDefaultAsync(ct);
        if (journey?.CodeHash is not { } expected || journey.WrongCodes >= WrongCodesAllowed)
        {
            return null;
        }

        var given = HashOf(Plain(code ?? ""));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(expected)))
        {
            journey.WrongCodes++;
            await db.SaveChangesAsync(ct);
            return null;
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        journey.CodeHash = null;
        journey.BrowserHash = HashOf(token);
        journey.Version++;
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>True when no code will be taken before the service is started again.</summary>
    public Task<bool> IsLockedAsync(CancellationToken ct = default) =>
        db.SetUpJourneys.AnyAsync(journey => journey.WrongCodes >= WrongCodesAllowed, ct);

    /// <summary>The set-up under way, for the browser that carries the token; null for anybody else.</summary>
    public async Task<SetUpJourney?> OpenAsync(string? token, CancellationToken ct = default)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = HashOf(token);
        return await db.SetUpJourneys.FirstOrDefaultAsync(journey => journey.BrowserHash == hash, ct);
    }

    public static SetUpAnswers AnswersOf(SetUpJourney journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return JsonSerializer.Deserialize<SetUpAnswers>(journey.Answers) ?? new SetUpAnswers();
    }

    public async Task KeepAsync(SetUpJourney journey, SetUpAnswers answers, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(journey);
        journey.Answers = JsonSerializer.Serialize(answers);
        journey.ChangedAt = RecordLeaf.ToMicroseconds(clock.GetUtcNow().UtcDateTime);
        journey.Version++;
        await db.SaveChangesAsync(ct);
    }

    private static string Plain(string code) => new([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
