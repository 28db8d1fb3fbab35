using Comity.Service.Accounts;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.SignIn;

/// <summary>
/// The way in when nobody inside can open the door: the first link was lost before it was used, or the only clerk has forgotten the password and no
/// mail leaves. The link goes to the console and nowhere else: whoever can read it runs this machine. That it was made stands in the record.
/// </summary>
public sealed class WayIn(
    ComityDb db,
    Invitations invitations,
    CouncilOnDate council,
    ILookupNormalizer normalizer,
    ThisCouncil ours,
    Settings settings,
    TimeProvider clock
)
{
    private static readonly Viewer Runner = new(Guid.Empty, "Whoever runs the service", [], [], []);

    /// <summary>What to print when the service starts; null when there is nothing to say.</summary>
    public async Task<string?> AnnounceAsync(CancellationToken cancellationToken = default)
    {
        if (!ours.SetUpComplete || settings.Demonstration)
        {
            return null;
        }

        if (settings.LinkFor is { } wanted)
        {
            var account =
                await AccountOfAsync(wanted.Trim(), cancellationToken)
                ?? throw new SettingsException(
                    $"The setting Comity:LinkFor is \"{wanted}\": no open account has this address, and no clerk without an account."
                );
            return $"{account.Email} chooses a password at {await invitations.LinkAsync(Runner.Acting(), account, cancellationToken)}";
        }

        if (await db.Users.AnyAsync(account => account.PasswordHash != null, cancellationToken))
        {
            return null;
        }

        var first = await db
            .Users.Where(account => account.ClosedAt == null)
            .OrderBy(account => account.InvitedAt)
            .ThenBy(account => account.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return first is null
            ? "Nobody can sign in to this council yet. Start it once with the setting Comity:LinkFor, the clerk's email address"
            : $"Nobody has signed in to this council yet. {first.Email} chooses a password at {await invitations.LinkAsync(Runner.Acting(), first, cancellationToken)}";
    }

    private async Task<Account?> AccountOfAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeEmail(email);
        if (
            await db.Users.SingleOrDefaultAsync(
                known => known.NormalizedEmail == normalized && known.ClosedAt == null,
                cancellationToken
            ) is
            { } account
        )
        {
            return account;
        }

        // The set-up ended between the council's last answer and the first account, or a new clerk came after the last one had gone.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var ids = (await council.HoldersOfRoleAsync("clerk", today, cancellationToken)).Select(held => held.PersonId).ToList();
        var clerks = await db.People.Where(person => ids.Contains(person.Id)).ToListAsync(cancellationToken);
        return
            clerks.Find(person => normalizer.NormalizeEmail(person.Email?.Trim()) == normalized) is { } clerk
            && (await invitations.InviteAsync(Runner.Acting(), clerk.Id, cancellationToken)).Refusal is null
            ? await db.Users.SingleAsync(known => known.PersonId == clerk.Id, cancellationToken)
            : null;
    }
}
