using System.Text.Json;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Mail;

/// <summary>An email in the holding place, for somebody who may decide about it, or one that was turned away there.</summary>
/// <param name="TurnedAway">Null while it waits.</param>
public sealed record HeldLetter(IncomingMail Mail, ReadMail Read, TurnedAway? TurnedAway = null);

/// <summary>
/// The holding place: what lies there, for whom; and what was turned away there, for the same. The keepers of the register decide; of an officer's own email that officer; of what names a sealed matter those
/// of them, and its owner, who may read what is said in it. For everybody else there is nothing.
/// </summary>
public sealed class HeldMail(ComityDb db, MailContents contents, ContentStore store, TimeProvider clock)
{
    private const int MostListed = 200;

    /// <summary>Who decides where every keeper is named in it.</summary>
    private static readonly string[] Above = ["chief-officer", "statutory-officer", "chief-executive", "head-of-paid-service"];

    /// <summary>What waits, the oldest first.</summary>
    public async Task<IReadOnlyList<HeldLetter>> ListAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await LettersAsync(Waiting(viewer).OrderBy(mail => mail.ReceivedAt), cancellationToken);

    /// <summary>What was turned away, the newest decision first.</summary>
    public async Task<IReadOnlyList<HeldLetter>> TurnedAwayAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await LettersAsync(
            VisibleTo(viewer).Where(mail => mail.State == MailState.TurnedAway).OrderByDescending(mail => mail.DecidedAt),
            cancellationToken
        );

    /// <summary>Null where for this viewer there is no such email.</summary>
    public async Task<HeldLetter?> FindAsync(Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        var row = await VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken);
        return row is null ? null : await LetterAsync(row, cancellationToken);
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
        var row = await Waiting(viewer).SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken);
        return row is null || row.Version == version
            ? row
            : throw new ChangedSinceOpenedException($"Version {version} was opened; it is now at {row.Version}.");
    }

    private async Task<IReadOnlyList<HeldLetter>> LettersAsync(IQueryable<IncomingMail> mails, CancellationToken cancellationToken)
    {
        var rows = await mails.AsNoTracking().Take(MostListed).ToListAsync(cancellationToken);
        var letters = new List<HeldLetter>(rows.Count);
        foreach (var row in rows)
        {
            letters.Add(await LetterAsync(row, cancellationToken));
        }

        return letters;
    }

    private async Task<HeldLetter> LetterAsync(IncomingMail row, CancellationToken cancellationToken)
    {
        var read = await contents.AsReadAsync(row, cancellationToken);
        if (row.State != MailState.TurnedAway)
        {
            return new HeldLetter(row, read);
        }

        var why = await db
            .Contents.Where(content => content.MatterId == row.Id && content.Part == KeepMail.WhyPart)
            .Select(content => content.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return new HeldLetter(
            row,
            read,
            await store.ReadTextAsync(why, cancellationToken) is { } text ? JsonSerializer.Deserialize<TurnedAway>(text) : null
        );
    }

    private IQueryable<IncomingMail> Waiting(Viewer viewer) => VisibleTo(viewer).Where(mail => mail.State == MailState.Held);

    private IQueryable<IncomingMail> VisibleTo(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var (person, tokens, at) = (viewer.PersonId, viewer.Tokens, clock.GetUtcNow().UtcDateTime);
        var (keeps, above) = (viewer.MayKeepRegister(), Above.Any(viewer.Holds));
        return db.IncomingMail.Where(
            Visibility.Spelled<Func<IncomingMail, bool>>(mail =>
                (mail.State == MailState.Held || mail.State == MailState.TurnedAway)
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
