using Comity.Service.Arrangements;
using Comity.Service.People;

namespace Comity.Service.Mail;

/// <summary>How long an email is kept that joins no matter: the council's own arrangement, and without one for good.</summary>
public sealed class MailKept(ArrangementsInForce arrangements)
{
    public Task<Arrangement?> SettledAsync(DateOnly on, CancellationToken cancellationToken) =>
        arrangements.FindAsync(ArrangementKeys.MailKept, on, cancellationToken);

    /// <summary>The last day on which it is kept; null where nothing is settled, or nothing decided yet.</summary>
    public static DateOnly? LastDay(IncomingMail mail, Arrangement? settled)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return settled is not null && mail.DecidedAt is { } decided ? LondonTime.DateOf(decided).AddMonths(settled.Days()) : null;
    }
}
