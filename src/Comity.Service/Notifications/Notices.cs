using System.Text;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Notifications;

/// <summary>
/// Puts a notice in the outbox, in the transaction of what it tells of. An email says that something has happened and where to read it. Of a
/// sealed matter it does not even say which: a mailbox is not behind the wall.
/// </summary>
public sealed class Notices(ComityDb db, SiteAddress site, CouncilKeyRing keys)
{
    /// <summary>What the address of a notice about a sealed matter is sealed for.</summary>
    public const string SealedAddressPurpose = "comity/v1/outbox-address";

    public async Task TellAsync(CouncilWrite write, Guid personId, Matter matter, string happened, CancellationToken cancellationToken)
    {
        var person = await db
            .People.AsNoTracking()
            .Where(row => row.Id == personId)
            .Select(row => new { row.FullName, row.Email })
            .SingleAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(person.Email))
        {
            return;
        }

        var council = await db.Councils.AsNoTracking().Select(row => row.Name).SingleAsync(cancellationToken);
        var isSealed = matter.Class == ContentClass.Sealed;
        db.Outbox.Add(
            new OutboxMail
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                ToPersonId = isSealed ? null : personId,
                ToAddress = isSealed ? "" : person.Email,
                SealedAddress = isSealed ? keys.Current.Seal(SealedAddressPurpose, Encoding.UTF8.GetBytes(person.Email)) : null,
                Subject = isSealed ? $"{council}: something for you to read" : $"{council}: {matter.Reference}: {happened}",
                Body = isSealed
                    ? $"""
                    There is something for you to read. Sign in to see it:
                    {site.For("/")}

                    This email says no more on purpose.
                    """
                    : $"""
                    {person.FullName},

                    {happened}

                    Read it and answer here:
                    {site.For($"/enquiries/{matter.Reference}")}

                    Reference {matter.Reference}. Please do not reply to this email: sign in and write there, so that everyone concerned sees it.
                    """,
                CreatedAt = write.At,
                NotBefore = write.At,
            }
        );
    }
}
