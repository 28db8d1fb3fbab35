using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Mail;

/// <summary>An email in the holding place, for somebody who may decide about it.</summary>
public sealed record HeldLetter(IncomingMail Mail, ReadMail Read);

/// <summary>
/// The holding place: what lies there, for whom. The keepers of the register decide; of an officer's own email that officer; of what names a sealed matter those
/// of them, and its owner, who may read what is said in it. For everybody else there is nothing.
/// </summary>
public sealed class HeldMail(ComityDb db, MailContents contents, TimeProvider clock)
{
    private const int MostListed = 200;

    /// <summary>Who decides where every keeper is named in it.</summary>
    private static readonly string[] Above = ["chief-officer", "statutory-officer", "chief-executive", "head-of-paid-service"];

    public async Task<IReadOnlyList<HeldLetter>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var rows = await VisibleTo(viewer).AsNoTracking().OrderBy(mail => mail.ReceivedAt).Take(MostListed).ToListAsync(cancellationToken);
        var letters = new List<HeldLetter>(rows.Count);
        foreach (var row in rows)
        {
            letters.Add(new HeldLetter(row, await contents.AsReadAsync(row, cancellationToken)));
        }

        return letters;
    }

    /// <summary>Null where for this viewer there is no such email.</summary>
    public async Task<HeldLetter?> FindAsync(Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        var row = await VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken);
        return row is null ? null : new HeldLetter(row, await contents.AsReadAsync(row, cancellationToken));
    }

    public Task<byte[]?> RawAsync(HeldLetter letter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return contents.RawAsync(letter.Mail, cancellationToken);
    }

    /// <summary>Takes it up for a decision, as it was opened.</summary>
    /// <exception cref="ChangedSinceOpenedException">Somebody else has decided about it since.</exception>
    internal async Task<IncomingMail?> OpenAsync(Guid id, int version, Viewer viewer, CancellationToken cancellationToken)
    {
        var row = await VisibleTo(viewer).SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken);
        return row is null || row.Version == version
            ? row
            : throw new ChangedSinceOpenedException($"Version {version} was opened; it is now at {row.Version}.");
    }

    private IQueryable<IncomingMail> VisibleTo(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var (person, tokens, at) = (viewer.PersonId, viewer.Tokens, clock.GetUtcNow().UtcDateTime);
        var (keeps, above) = (viewer.MayKeepRegister(), Above.Any(viewer.Holds));
        return db.IncomingMail.Where(
            Visibility.Spelled<Func<IncomingMail, bool>>(mail =>
                mail.State == MailState.Held
                && tokens.Length > 0
                && (
                    mail.ForPersonId == person
                    || (
                        mail.ForPersonId == null
                        && (
                            (keeps && !mail.IsForThoseAbove)
                            || (above && mail.IsForThoseAbove)
                            || db.MailWalls.Any(wall =>
                                wall.MailId == mail.Id
                                && db.MatterParties.Any(party =>
                                    party.MatterId == wall.MatterId
                                    && party.Place == MatterParties.Owner
                                    && party.EndedAt == null
                                    && Enumerable.Contains(tokens, party.Token)
                                )
                            )
                        )
                    )
                )
                && !db.MailWalls.Any(wall =>
                    wall.MailId == mail.Id
                    && (
                        (wall.NotFor != null && Enumerable.Contains(tokens, wall.NotFor))
                        || (
                            wall.MatterId != null
                            && !db.Grants.Any(grant =>
                                grant.MatterId == wall.MatterId && grant.Part == Parts.Content && grant.IsHeldBy(tokens, at)
                            )
                        )
                    )
                )
            )
        );
    }
}
