using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Notifications;

/// <summary>
/// Puts a notice in the outbox, in the transaction of what it tells of. An email says that something has happened and where to read it. Of a
/// sealed matter it does not even say which: a mailbox is not behind the wall. Whoever is told is a line of the matter's record.
/// </summary>
public sealed class Notices(ComityDb db, SiteAddress site, CouncilKeyRing keys)
{
    /// <summary>What the address of a notice about a sealed matter is sealed for.</summary>
    public const string SealedAddressPurpose = "comity/v1/outbox-address";

    /// <summary>The line of the record that says who was told.</summary>
    public const string RecordKind = "notice";

    /// <summary>Above it somebody writes who answers a notice by email; what stands below is the notice itself.</summary>
    public const string Line = "-- Write your answer above this line --";

    private const int LongestSubject = 200;

    /// <param name="calendar">A meeting for the person's calendar, which goes with it; never of a sealed matter.</param>
    public async Task TellAsync(
        CouncilWrite write,
        Guid personId,
        Matter matter,
        string happened,
        CancellationToken cancellationToken,
        string? calendar = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(matter);
        var person = await PersonAsync(personId, cancellationToken);
        var id = person.Email is null ? (Guid?)null : Guid.CreateVersion7(new DateTimeOffset(write.At));
        write.Record(
            RecordKind,
            matter,
            Parts.OfRecord(matter),
            new JsonObject
            {
                ["to"] = personId.ToString("D", CultureInfo.InvariantCulture),
                ["mail"] = id?.ToString("D", CultureInfo.InvariantCulture),
                ["what"] = happened,
            }
        );
        if (id is null)
        {
            return;
        }

        var council = await CouncilAsync(cancellationToken);
        var isSealed = matter.Class == ContentClass.Sealed;
        var token = isSealed || site.Mailbox is null ? null : await TokenAsync(write, matter.Id, personId, cancellationToken);
        db.Outbox.Add(
            new OutboxMail
            {
                Id = id.Value,
                ToPersonId = isSealed ? null : personId,
                ToAddress = isSealed ? "" : person.Email!,
                SealedAddress = isSealed ? keys.Current.Seal(SealedAddressPurpose, Encoding.UTF8.GetBytes(person.Email!)) : null,
                Subject = isSealed ? $"{council}: something for you to read" : Short($"{council}: {matter.Reference}: {happened}"),
                Body = isSealed
                    ? $"""
                    There is something for you to read. Sign in to see it:
                    {site.For("/")}

                    This email says no more on purpose. Please do not reply to it.
                    """
                    : $"""
                    {(token is null ? "" : $"{Line}\n\n")}{person.FullName},

                    {happened}

                    Read it and answer here:
                    {site.For($"/enquiries/{matter.Reference}")}

                    Reference {matter.Reference}. {(
                        token is null
                            ? "Please do not reply to this email: sign in and write there, so that everyone concerned sees it."
                            : "Or reply to this email: what you write goes to everyone who can see this matter. If it is yours to answer, begin with a line that says Full reply or Progress. The address is yours alone, so please do not pass it on."
                    )}
                    """,
                MatterId = isSealed ? null : matter.Id,
                ReplyToken = token,
                Calendar = isSealed ? null : calendar,
                CreatedAt = write.At,
                NotBefore = write.At,
            }
        );
    }

    /// <summary>Tells somebody something that is about no matter, or must not say about which.</summary>
    public async Task TellAsync(
        CouncilWrite write,
        Guid personId,
        string subject,
        string happened,
        string path,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await PersonAsync(personId, cancellationToken) is not { Email: { } address } person)
        {
            return;
        }

        db.Outbox.Add(
            new OutboxMail
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                ToPersonId = personId,
                ToAddress = address,
                Subject = Short($"{await CouncilAsync(cancellationToken)}: {subject}"),
                Body = $"""
                {person.FullName},

                {happened}

                {site.For(path)}

                Please do not reply to this email.
                """,
                CreatedAt = write.At,
                NotBefore = write.At,
            }
        );
    }

    private static string Short(string subject) => subject.Length <= LongestSubject ? subject : $"{subject[..(LongestSubject - 2)]} …";

    private async Task<(string FullName, string? Email)> PersonAsync(Guid personId, CancellationToken cancellationToken)
    {
        var person = await db
            .People.AsNoTracking()
            .Where(row => row.Id == personId)
            .Select(row => new { row.FullName, row.Email })
            .SingleAsync(cancellationToken);
        return (person.FullName, string.IsNullOrWhiteSpace(person.Email) ? null : person.Email);
    }

    private Task<string> CouncilAsync(CancellationToken cancellationToken) =>
        db.Councils.AsNoTracking().Select(row => row.Name).SingleAsync(cancellationToken);

    private async Task<string> TokenAsync(CouncilWrite write, Guid matterId, Guid personId, CancellationToken cancellationToken)
    {
        // Of one that was only just given out, before the change is saved, the context knows and the database does not.
        var given =
            db.ReplyAddresses.Local.FirstOrDefault(row => row.MatterId == matterId && row.PersonId == personId)
            ?? await db.ReplyAddresses.FirstOrDefaultAsync(row => row.MatterId == matterId && row.PersonId == personId, cancellationToken);
        if (given is null)
        {
            given = new ReplyAddress
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                Token = ReplyAddress.NewToken(),
                MatterId = matterId,
                PersonId = personId,
                GivenAt = write.At,
            };
            db.ReplyAddresses.Add(given);
        }

        return given.Token;
    }
}
