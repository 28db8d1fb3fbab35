using System.Text.Json.Nodes;
using Comity.Service.Accounts;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.SignIn;

/// <summary>Accounts as the clerk gives and takes them. The link goes by mail; where the council has no mail set up, the clerk hands it over.</summary>
public sealed class Invitations(
    ComityDb db,
    ILookupNormalizer normalizer,
    OneTimeLinks links,
    Credentials credentials,
    AccountMail mail,
    CouncilWrites writes,
    Settings settings,
    TimeProvider clock
)
{
    public sealed record Result(string? Refusal, Uri? LinkToHandOver);

    /// <summary>Makes an account for the person, or opens the closed one again, and sends the link by which they set their password. A link sent before stops working.</summary>
    public async Task<Result> InviteAsync(Acting acting, Guid personId, CancellationToken cancellationToken)
    {
        var person = await db.People.SingleOrDefaultAsync(known => known.Id == personId, cancellationToken);
        if (person is null)
        {
            throw new NotFoundException();
        }

        if (string.IsNullOrWhiteSpace(person.Email))
        {
            return new Result($"{person.FullName} has no email address. Give one first", null);
        }

        var email = person.Email.Trim();
        var normalized = normalizer.NormalizeEmail(email);
        if (await db.Users.AnyAsync(other => other.NormalizedEmail == normalized && other.PersonId != personId, cancellationToken))
        {
            return new Result($"Somebody else’s account has the address {email}", null);
        }

        var account = await db.Users.SingleOrDefaultAsync(known => known.PersonId == personId, cancellationToken);
        if (account is { ClosedAt: null, PasswordHash: not null })
        {
            return new Result($"{person.FullName} has an account already", null);
        }

        if (account is null)
        {
            account = new Account { Id = Guid.CreateVersion7(clock.GetUtcNow()), PersonId = personId };
            db.Users.Add(account);
        }

        // A closed account comes back without what opened it before.
        account.PasswordHash = null;
        account.ClosedAt = null;
        account.Email = account.UserName = email;
        account.NormalizedEmail = account.NormalizedUserName = normalized;
        account.EmailConfirmed = false;
        account.InvitedAt = clock.GetUtcNow().UtcDateTime;
        credentials.EndSessions(account);
        var link = links.Make(account, LinkKind.Invitation);
        if (settings.Mail is not null)
        {
            mail.Invitation(person, link);
        }

        await RecordAsync(acting, "account-invited", personId, cancellationToken);
        return new Result(null, settings.Mail is null ? link : null);
    }

    /// <summary>A new link for somebody who has forgotten the password, asked for by the clerk. Nothing else of the account changes.</summary>
    public async Task<Result> NewLinkAsync(Acting acting, Guid personId, CancellationToken cancellationToken)
    {
        var person = await db.People.SingleOrDefaultAsync(known => known.Id == personId, cancellationToken);
        var account = await db.Users.SingleOrDefaultAsync(known => known.PersonId == personId && known.ClosedAt == null, cancellationToken);
        if (person is null || account is null)
        {
            throw new NotFoundException();
        }

        var link = links.Make(account, LinkKind.Forgotten);
        if (settings.Mail is not null)
        {
            mail.Forgotten(person, account, link);
        }

        await RecordAsync(acting, "account-link-made", personId, cancellationToken);
        return new Result(null, settings.Mail is null ? link : null);
    }

    /// <summary>A new link for whoever runs the machine to hand over; one sent before stops working where no password was chosen by it.</summary>
    public async Task<Uri> LinkAsync(Acting acting, Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.PasswordHash is null)
        {
            credentials.EndSessions(account);
        }

        var link = links.Make(account, account.PasswordHash is null ? LinkKind.Invitation : LinkKind.Forgotten);
        await RecordAsync(acting, "account-link-made", account.PersonId, cancellationToken);
        return link;
    }

    /// <summary>Ends every session at once; passkeys, authenticator and recovery codes go with it.</summary>
    public async Task CloseAsync(Acting acting, Guid personId, CancellationToken cancellationToken)
    {
        var account = await db.Users.SingleOrDefaultAsync(known => known.PersonId == personId && known.ClosedAt == null, cancellationToken);
        if (account is null)
        {
            throw new NotFoundException();
        }

        account.ClosedAt = clock.GetUtcNow().UtcDateTime;
        account.PasswordHash = null;
        account.TwoFactorEnabled = false;
        credentials.EndSessions(account);
        db.UserTokens.RemoveRange(await db.UserTokens.Where(token => token.UserId == account.Id).ToListAsync(cancellationToken));
        db.UserPasskeys.RemoveRange(await db.UserPasskeys.Where(passkey => passkey.UserId == account.Id).ToListAsync(cancellationToken));
        await RecordAsync(acting, "account-closed", personId, cancellationToken);
    }

    /// <summary>After the answer: the link for a forgotten password, where there is somebody to send it to.</summary>
    public async Task SendForgottenAsync(string email, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(email);
        var normalized = normalizer.NormalizeEmail(email.Trim());
        var found = await db
            .Users.Where(account => account.NormalizedEmail == normalized && account.ClosedAt == null && account.PasswordHash != null)
            .Join(db.People, account => account.PersonId, person => person.Id, (account, person) => new { account, person })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || settings.Mail is null)
        {
            return;
        }

        mail.Forgotten(found.person, found.account, links.Make(found.account, LinkKind.Forgotten));
        await db.SaveChangesAsync(cancellationToken);
    }

    // Who may get in is the council's business: it stands in the record who opened and closed the door, and for whom.
    private async Task RecordAsync(Acting acting, string kind, Guid personId, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(acting, cancellationToken);
        write.Record(kind, new JsonObject { ["person"] = personId.ToString("D") });
        await write.CommitAsync(cancellationToken);
    }
}
