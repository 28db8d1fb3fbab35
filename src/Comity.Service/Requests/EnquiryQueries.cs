using System.Data.Common;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;

namespace Comity.Service.Requests;

/// <summary>
/// All that the page of an enquiry asks the database, in two trips: the council's stamp and the matter, if the wall lets the viewer see it; then everything
/// of that matter, with the words of the parts alone that are granted.
/// </summary>
internal sealed class EnquiryQueries
{
    private readonly AskedTogether _matter;
    private readonly AskedTogether _rest;

    public EnquiryQueries(ComityDb db)
    {
        // Only their names and types count here.
        string[] tokens = [""];
        var at = DateTime.UnixEpoch;
        var reference = "";
        var id = Guid.Empty;
        var given = new Dictionary<string, Type>
        {
            [nameof(tokens)] = typeof(string[]),
            [nameof(at)] = typeof(DateTime),
            [nameof(reference)] = typeof(string),
            [nameof(id)] = typeof(Guid),
        };
        _matter = new AskedTogether(
            db,
            given,
            CouncilStamp.Now(db),
            db.SpelledOut(() => db.Matters.VisibleTo(db, tokens, at))
                .Where(row => row.Reference == reference && row.Kind != DeclareRelationship.Kind && row.Kind != Concerns.Concern.MatterKind)
                .Select(matter => new
                {
                    matter.Id,
                    matter.Reference,
                    matter.Kind,
                    matter.Class,
                    matter.Subject,
                    matter.SubjectContentId,
                    matter.Capacity,
                    matter.Holder,
                    matter.State,
                    matter.WardId,
                    matter.ServiceAreaId,
                    matter.ReceivedOn,
                    matter.OpenedAt,
                    matter.AnsweredAt,
                    matter.ClosedAt,
                    matter.FollowUpUntil,
                    matter.Satisfaction,
                    matter.Version,
                })
        );
        _rest = new AskedTogether(
            db,
            given,
            from grant in db.Grants
            where grant.MatterId == id && grant.From <= at && (grant.Until == null || grant.Until > at)
            orderby grant.From
            select new
            {
                grant.Id,
                grant.Part,
                grant.Token,
                grant.Reason,
                grant.Source,
                grant.From,
                grant.Until,
            },
            from party in db.MatterParties
            where party.MatterId == id
            orderby party.Since
            select new
            {
                party.Id,
                party.Place,
                party.Token,
                party.PersonId,
                party.OfficeId,
                party.IdentityContentId,
                party.Since,
                party.EndedAt,
            },
            db.SpelledOut(() =>
                from message in db.Messages
                where
                    message.MatterId == id
                    && (
                        message.Part == Parts.Constituent
                        || db.Grants.Any(grant => grant.MatterId == id && grant.Part == message.Part && grant.IsHeldBy(tokens, at))
                    )
                join content in db.Contents on message.ContentId equals content.Id into contents
                from content in contents.DefaultIfEmpty()
                join file in db.Attachments on message.Id equals file.MessageId into files
                from file in files.DefaultIfEmpty()
                join name in db.Contents on file.NameContentId equals name.Id into names
                from name in names.DefaultIfEmpty()
                orderby message.SentAt, message.Id, file.Id
                select new
                {
                    message.Id,
                    message.Kind,
                    message.Part,
                    message.AuthorToken,
                    message.SentAt,
                    message.ContentId,
                    Text = message.Part == Parts.Constituent || content.ErasedAt != null ? null : content.Text,
                    IsSealed = content.ErasedAt == null && content.Class == ContentClass.Sealed,
                    FileId = (Guid?)file.Id,
                    Size = (long?)file.Size,
                    NameContentId = (Guid?)file.NameContentId,
                    Name = message.Part == Parts.Constituent || name.ErasedAt != null ? null : name.Text,
                    IsNameSealed = name.ErasedAt == null && name.Class == ContentClass.Sealed,
                }
            ),
            from duty in db.Duties
            where duty.MatterId == id
            orderby duty.CreatedAt descending
            select new
            {
                duty.Id,
                duty.Kind,
                duty.DebtorToken,
                duty.CreditorToken,
                duty.Source,
                duty.Clock,
                duty.State,
                duty.DueOn,
                duty.CreatedAt,
                duty.EndedAt,
                duty.EscalationStep,
                duty.EndedOn,
            },
            from duty in db.Duties
            where duty.MatterId == id
            join entry in db.DueEntries on duty.Id equals entry.DutyId
            orderby entry.Sequence
            select new
            {
                entry.DutyId,
                entry.Id,
                entry.Sequence,
                entry.Kind,
                entry.On,
                entry.Ground,
                entry.Days,
                entry.Reason,
                entry.Source,
                entry.CalendarVersion,
                entry.DueOn,
                entry.AuthorToken,
                entry.RecordedAt,
            }
        );
    }

    /// <summary>The council's stamp, and the enquiry of a reference; none where the wall lets nobody with these tokens see one.</summary>
    public Task<(string? Stamp, Matter? Matter)> MatterAsync(
        ComityDb db,
        string[] tokens,
        DateTime at,
        string reference,
        CancellationToken cancellationToken
    ) =>
        _matter.AskAsync(
            db,
            new Dictionary<string, object?>
            {
                [nameof(tokens)] = tokens,
                [nameof(at)] = at,
                [nameof(reference)] = reference,
            },
            static async (answers, ct) =>
            {
                var stamp = await answers.ReadAsync(ct) ? answers.GetString(0) : null;
                await answers.NextResultAsync(ct);
                return (stamp, await answers.ReadAsync(ct) ? Matter(answers) : null);
            },
            cancellationToken
        );

    /// <summary>Everything of an enquiry that the wall has let through.</summary>
    public Task<EnquiryRows> RestAsync(ComityDb db, string[] tokens, DateTime at, Matter matter, CancellationToken cancellationToken) =>
        _rest.AskAsync(
            db,
            new Dictionary<string, object?>
            {
                [nameof(tokens)] = tokens,
                [nameof(at)] = at,
                ["id"] = matter.Id,
            },
            (answers, ct) => RestAsync(answers, matter, ct),
            cancellationToken
        );

    private static async Task<EnquiryRows> RestAsync(DbDataReader answers, Matter matter, CancellationToken cancellationToken)
    {
        var grants = await answers.RowsAsync(row => Grant(row, matter.Id), cancellationToken);
        await answers.NextResultAsync(cancellationToken);
        var parties = await answers.RowsAsync(row => Party(row, matter.Id), cancellationToken);
        await answers.NextResultAsync(cancellationToken);
        var said = new List<Said>();
        var hasConstituent = false;
        while (await answers.ReadAsync(cancellationToken))
        {
            if (answers.GetString(2) == Parts.Constituent)
            {
                hasConstituent = true;
                continue;
            }

            // A message comes once for each of its files.
            var message = Message(answers);
            if (said.Count == 0 || said[^1].Id != message.Id)
            {
                said.Add(message);
            }

            if (!answers.IsDBNull(8))
            {
                said[^1].Files.Add(File(answers));
            }
        }

        await answers.NextResultAsync(cancellationToken);
        var duties = await answers.RowsAsync(row => Duty(row, matter.Id), cancellationToken);
        await answers.NextResultAsync(cancellationToken);

        // Each question sees the database as it is when its turn comes. An entry written between two of them may have come without its duty: it is on the
        // page when that is opened next.
        foreach (var entry in await answers.RowsAsync(Entry, cancellationToken))
        {
            duties.Find(duty => duty.Id == entry.DutyId)?.Ledger.Add(entry);
        }

        return new EnquiryRows(matter, grants, parties, said, hasConstituent, duties);
    }

    private static Matter Matter(DbDataReader row) =>
        new()
        {
            Id = row.GetGuid(0),
            Reference = row.GetString(1),
            Kind = row.GetString(2),
            Class = row.GetWord<ContentClass>(3),
            Subject = row.GetTextOrNone(4),
            SubjectContentId = row.GetGuidOrNone(5),
            Capacity = row.GetWord<Capacity>(6),
            Holder = row.GetWord<Holder>(7),
            State = row.GetWord<MatterState>(8),
            WardId = row.GetGuidOrNone(9),
            ServiceAreaId = row.GetGuidOrNone(10),
            ReceivedOn = row.GetDate(11),
            OpenedAt = row.GetInstant(12),
            AnsweredAt = row.GetInstantOrNone(13),
            ClosedAt = row.GetInstantOrNone(14),
            FollowUpUntil = row.GetDateOrNone(15),
            Satisfaction = row.GetNumberOrNone(16),
            Version = row.GetInt32(17),
        };

    private static Grant Grant(DbDataReader row, Guid matterId) =>
        new()
        {
            Id = row.GetGuid(0),
            MatterId = matterId,
            Part = row.GetString(1),
            Token = row.GetString(2),
            Reason = row.GetString(3),
            Source = row.GetString(4),
            From = row.GetInstant(5),
            Until = row.GetInstantOrNone(6),
        };

    private static MatterParty Party(DbDataReader row, Guid matterId) =>
        new()
        {
            Id = row.GetGuid(0),
            MatterId = matterId,
            Place = row.GetString(1),
            Token = row.GetString(2),
            PersonId = row.GetGuidOrNone(3),
            OfficeId = row.GetGuidOrNone(4),
            IdentityContentId = row.GetGuidOrNone(5),
            Since = row.GetInstant(6),
            EndedAt = row.GetInstantOrNone(7),
        };

    private static Said Message(DbDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(3),
            row.GetInstant(4),
            new StoredWords(row.GetGuid(5), row.GetTextOrNone(6), row.GetBoolean(7)),
            []
        );

    private static SaidFile File(DbDataReader row) =>
        new(row.GetGuid(8), new StoredWords(row.GetGuid(10), row.GetTextOrNone(11), row.GetBoolean(12)), row.GetInt64(9));

    private static Duty Duty(DbDataReader row, Guid matterId) =>
        new()
        {
            Id = row.GetGuid(0),
            MatterId = matterId,
            Kind = row.GetString(1),
            DebtorToken = row.GetString(2),
            CreditorToken = row.GetString(3),
            Source = row.GetString(4),
            Clock = row.GetString(5),
            State = row.GetWord<DutyState>(6),
            DueOn = row.GetDateOrNone(7),
            CreatedAt = row.GetInstant(8),
            EndedAt = row.GetInstantOrNone(9),
            EscalationStep = row.GetInt32(10),
            EndedOn = row.GetDateOrNone(11),
        };

    private static DueEntry Entry(DbDataReader row) =>
        new()
        {
            DutyId = row.GetGuid(0),
            Id = row.GetGuid(1),
            Sequence = row.GetInt32(2),
            Kind = row.GetString(3),
            On = row.GetDate(4),
            Ground = row.GetTextOrNone(5),
            Days = row.GetNumberOrNone(6),
            Reason = row.GetString(7),
            Source = row.GetString(8),
            CalendarVersion = row.GetString(9),
            DueOn = row.GetDateOrNone(10),
            AuthorToken = row.GetString(11),
            RecordedAt = row.GetInstant(12),
        };
}

/// <summary>What the database has of an enquiry, for somebody whom the wall lets see it.</summary>
/// <param name="Said">Of the parts that are granted, and nothing of a resident's.</param>
/// <param name="HasConstituent">Whether there is something of a resident's.</param>
internal sealed record EnquiryRows(
    Matter Matter,
    IReadOnlyList<Grant> Grants,
    IReadOnlyList<MatterParty> Parties,
    IReadOnlyList<Said> Said,
    bool HasConstituent,
    IReadOnlyList<Duty> Duties
);
