using Comity.Service.Accounts;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;

namespace Comity.Web.SignIn;

/// <summary>The letters about somebody's own account. They are put into the outbox in the transaction of what they tell of.</summary>
public sealed class AccountMail(ComityDb db, ThisCouncil council, Settings settings, TimeProvider clock)
{
    public void Invitation(Person person, Uri link)
    {
        ArgumentNullException.ThrowIfNull(person);
        Put(
            person.Id,
            person.Email!,
            $"Your account with {council.Name}",
            $"""
            {person.FullName},

            {council.Name} has made an account for you. Choose your password here within seven days:

            {link}

            The link works once. If you did not expect this, tell the clerk.
            """
        );
    }

    public void Forgotten(Person person, Account account, Uri link)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(account);
        Put(
            person.Id,
            account.Email!,
            "Choose a new password",
            $"""
            {person.FullName},

            Somebody asked for a new password for your account with {council.Name}. If it was you, choose one here within an hour:

            {link}

            If it was not you, do nothing: your password stays as it is.
            """
        );
    }

    /// <summary>Tells somebody what was changed about how they sign in, so that they notice when it was not they.</summary>
    public void Changed(Account account, string what)
    {
        ArgumentNullException.ThrowIfNull(account);
        Put(
            account.PersonId,
            account.Email!,
            "Your account was changed",
            $"""
            For your account with {council.Name}: {what}.

            If this was not you, choose a new password at once and tell the clerk.
            """
        );
    }

    private void Put(Guid personId, string address, string subject, string body)
    {
        if (settings.Mail is null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        db.Outbox.Add(
            new OutboxMail
            {
                Id = Guid.CreateVersion7(now),
                ToPersonId = personId,
                ToAddress = address,
                Subject = subject,
                Body = body.ReplaceLineEndings("\n"),
                CreatedAt = now.UtcDateTime,
                NotBefore = now.UtcDateTime,
            }
        );
    }
}
